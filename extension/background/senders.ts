import type { Browser } from 'wxt/browser';
import type { FramePlace } from './frames.ts';

type Sender = Browser.runtime.MessageSender;

/** Tells who a message comes from. What we may trust: the browser fills in the sender, no page and no frame can. */
export function createSenders({ id, origin }: { readonly id: string; readonly origin: string }) {
  const isPage = (sender: Sender, page: string) =>
    sender.id === id && sender.url !== undefined && sender.url.split(/[?#]/, 1)[0] === `${origin}${page}`;

  return {
    /** The tab of a launcher: our script in a web page itself, not in a frame of one. */
    launcherTab(sender: Sender): number | undefined {
      const isWebPage = /^https?:/.test(sender.url ?? '');
      return sender.id === id && isWebPage && sender.frameId === 0 ? sender.tab?.id : undefined;
    },
    /** The place of a frame, or window, that shows our editor's page. Whether it may be the editor, its token decides. */
    editorPlace(sender: Sender): FramePlace | undefined {
      const [tabId, frameId] = [sender.tab?.id, sender.frameId];
      return isPage(sender, '/editor.html') && tabId !== undefined && frameId !== undefined
        ? { tabId, frameId }
        : undefined;
    },
    /** Our popup, as such or in a window of its own; never in a frame. */
    isPopup: (sender: Sender): boolean => isPage(sender, '/popup.html') && (sender.frameId ?? 0) === 0,
    /** The page on which helpdesk finds people, in a tab of its own; never in a frame. */
    isPeople: (sender: Sender): boolean =>
      isPage(sender, '/people.html') && sender.frameId === 0 && sender.tab !== undefined,
    /** Our options page, in a tab of its own; never in a frame. */
    isOptions: (sender: Sender): boolean =>
      isPage(sender, '/options.html') && sender.frameId === 0 && sender.tab !== undefined,
  };
}

export type Senders = ReturnType<typeof createSenders>;
