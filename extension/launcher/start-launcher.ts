import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createFrameToken } from '../frame-token.ts';
import { onMessage, sendMessage } from '../messages.ts';
import { languageFor, languageIn } from '../settings.ts';
import { launcher as de } from '../ui/messages/de.ts';
import { launcher as en } from '../ui/messages/en.ts';
import { createButton } from './button.ts';
import { createEditorDialog } from './editor-dialog.ts';
import { createHost } from './host.ts';
import { createKeyGuard } from './key-guard.ts';
import { createListening } from './listening.ts';
import { isInSight } from './look.ts';

/** Places the launcher on the page, and opens and closes the editor over it. */
export async function startLauncher(ctx: ContentScriptContext): Promise<void> {
  if (window.top !== window || !(document.documentElement instanceof HTMLElement)) return;
  const { listen, renew } = createListening();
  const keys = createKeyGuard(listen, ctx.signal);
  await loaded();
  await idle();
  const chosen = await languageIn(browser.storage.sync).read();
  if (ctx.signal.aborted) return;
  const language = languageFor(chosen, browser.i18n.getUILanguage());
  const messages = { en, de }[language];

  const button = createButton(messages, language);
  const dialog = createEditorDialog({
    title: messages.frameTitle,
    keys,
    listen,
    createURL: (token) => `${browser.runtime.getURL('/editor.html')}#${token}`,
    createToken: createFrameToken,
    announce: (frameToken, frame) => sendMessage('openEditor', { frameToken, frameId: frameIdOf(frame) }),
    askToLeave: (frameToken) => sendMessage('askToLeave', { frameToken }),
    onFail: () => button.say(messages.reloadPage),
  });
  listen(button.button, 'click', ({ isTrusted }) => {
    if (!isTrusted) return;
    // After an update that put no newer launcher here, nobody hears this one any more.
    if (browser.runtime?.id === undefined) button.say(messages.reloadPage);
    else {
      button.say('');
      if (!dialog.open()) void sendMessage('openEditorWindow');
    }
  });
  const host = createHost([button.element, dialog.element], listen, ctx.signal, () => {
    renew();
    dialog.close();
  });

  void sendMessage('getAttention').then(button.say);
  onMessage('showEditor', () => host.isPlaced() && dialog.open());
  onMessage('hideEditor', () => dialog.close());
  onMessage('isInSight', () => isInSight(dialog.element));
  // The site is no longer allowed.
  onMessage('leavePage', () => ctx.abort());
  // A newer launcher takes over, or the site is no longer allowed.
  ctx.onInvalidated(() => {
    dialog.close();
    host.remove();
  });
}

/** Firefox alone tells, and there alone pages find ways to our frames and so to their tokens. */
function frameIdOf(frame: HTMLIFrameElement): number | undefined {
  return (browser.runtime as { getFrameId?(frame: HTMLIFrameElement): number }).getFrameId?.(frame);
}

function loaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/** A busy page must not wait for ever. */
function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1500 }));
}
