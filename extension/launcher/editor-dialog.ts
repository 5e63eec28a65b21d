/** The dialog over the page with the frame that is the editor. It knows nothing of what the frame shows. */
export function createEditorDialog(deps: {
  readonly title: string;
  createToken(): string;
  createURL(token: string): string;
  /** Tells the background that a frame with this token is ours, before the frame can claim it. */
  announce(token: string): Promise<void>;
  /** False where no editor is there to be asked. */
  askToLeave(token: string): Promise<boolean>;
  onFail(): void;
}) {
  const dialog = document.createElement('dialog');
  dialog.ariaLabel = deps.title;
  // Closing is the editor's to decide, which asks about unsaved changes: neither Escape nor the backdrop does it alone.
  dialog.setAttribute('closedby', 'none');
  let token: string | undefined;

  function createFrame(url: string): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.title = deps.title;
    frame.src = url;
    frame.addEventListener('load', () => {
      dialog.classList.add('loaded');
      frame.focus();
    });
    return frame;
  }

  function createSkeleton(): HTMLElement {
    const skeleton = document.createElement('div');
    skeleton.className = 'skeleton';
    skeleton.ariaHidden = 'true';
    skeleton.append(...Array.from({ length: 7 }, () => document.createElement('i')));
    return skeleton;
  }

  function open(): void {
    if (dialog.open) return;
    token = deps.createToken();
    deps.announce(token).catch(fail);
    dialog.replaceChildren(createSkeleton(), createFrame(deps.createURL(token)));
    dialog.showModal();
  }

  function close(): void {
    token = undefined;
    // Closing gives the focus back to where it was before.
    dialog.close();
    dialog.replaceChildren();
    dialog.classList.remove('loaded');
  }

  function fail(error: unknown): void {
    console.debug('Nameplate is not there any more', error);
    close();
    deps.onFail();
  }

  async function leave(): Promise<void> {
    if (token !== undefined && !(await deps.askToLeave(token))) close();
  }

  const isOutside = ({ clientX, clientY }: MouseEvent) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  };

  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    event.preventDefault();
    leave().catch(fail);
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave().catch(fail);
  });
  dialog.addEventListener('click', (event) => {
    if (event.isTrusted && event.target === dialog && isOutside(event)) leave().catch(fail);
  });
  // However it came to be closed, nothing of the editor stays.
  dialog.addEventListener('close', close);

  return { element: dialog, open, close };
}
