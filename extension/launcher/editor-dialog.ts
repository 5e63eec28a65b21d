import type { KeyGuard } from './key-guard.ts';
import type { Listen } from './listening.ts';

/** The dialog over the page with the frame that is the editor. It knows nothing of what the frame shows. */
export function createEditorDialog(deps: {
  readonly title: string;
  readonly keys: KeyGuard;
  readonly listen: Listen;
  createToken(): string;
  createURL(token: string): string;
  /** Tells the background that this frame, with this token, is ours, before the frame can claim it. */
  announce(token: string, frame: HTMLIFrameElement): Promise<void>;
  /** False where no editor is there to be asked. */
  askToLeave(token: string): Promise<boolean>;
  onFail(): void;
}) {
  const dialog = document.createElement('dialog');
  dialog.ariaLabel = deps.title;
  // Closing is the editor's to decide, which asks about unsaved changes: neither Escape nor the backdrop does it alone.
  dialog.setAttribute('closedby', 'none');
  let opened: { readonly token: string; readonly frame: HTMLIFrameElement } | undefined;

  function createFrame(url: string): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.title = deps.title;
    // Where a page has an embedder policy (COEP), Chromium shows no other frames; TypeScript does not know it yet.
    if (!import.meta.env.FIREFOX) Object.assign(frame, { credentialless: true });
    frame.src = url;
    frame.addEventListener('load', () => {
      // Loaded anew, by whomever, it is no editor any more: a token serves once.
      if (dialog.classList.contains('loaded')) return close();
      dialog.classList.add('loaded');
      frame.focus();
    });
    return frame;
  }

  function createSkeleton(): HTMLElement {
    const skeleton = document.createElement('div');
    skeleton.className = 'skeleton';
    skeleton.append(...Array.from({ length: 7 }, () => document.createElement('i')));
    return skeleton;
  }

  /**
   * False where no frame of the page can be the editor: a page that sandboxes itself (CSP) has no origin, or no scripts, and
   * no frame of it has what it has not. Of scripts our style sheet tells, for Chromium answers `matchMedia` of our own.
   */
  function open(): boolean {
    if (dialog.open || origin === 'null' || getComputedStyle(dialog).opacity === '0') return dialog.open;
    const token = deps.createToken();
    const frame = createFrame(deps.createURL(token));
    opened = { token, frame };
    dialog.replaceChildren(createSkeleton(), frame);
    deps.announce(token, frame).catch(fail);
    dialog.showModal();
    deps.keys.hold(takeKey);
    return true;
  }

  function close(): void {
    opened = undefined;
    deps.keys.release();
    // Closing gives the focus back to where it was before.
    dialog.close();
    dialog.replaceChildren();
    dialog.classList.remove('loaded');
  }

  function fail(error: unknown): void {
    console.debug(error);
    close();
    deps.onFail();
  }

  async function leave(): Promise<void> {
    if (opened && !(await deps.askToLeave(opened.token))) close();
  }

  function takeKey(event: Event): boolean {
    const root = dialog.getRootNode() as ShadowRoot;
    // All of the page is inert, but for what it has put before the editor as a modal dialog, whose keys are its own.
    const { body, documentElement } = document;
    if (!opened || ![window, document, documentElement, body, root.host].includes(event.target as Element))
      return false;
    if (event.type === 'keydown' && event.isTrusted && (event as KeyboardEvent).key === 'Escape') {
      event.preventDefault();
      leave().catch(fail);
    }
    // Taken for focused already, Chromium would not give it the keys.
    opened.frame.blur();
    opened.frame.focus();
    return true;
  }

  deps.listen(dialog, 'cancel', (event) => {
    event.preventDefault();
    leave().catch(fail);
  });
  deps.listen(dialog, 'click', (event) => {
    // Within the dialog all is the frame's, or the skeleton's before it.
    if (event.isTrusted && event.target === dialog) leave().catch(fail);
  });
  // However it came to be closed, nothing of the editor stays.
  deps.listen(dialog, 'close', close);

  return { element: dialog, open, close };
}
