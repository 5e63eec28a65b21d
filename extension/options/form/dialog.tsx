import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A question that has to be answered first: the browser's own modal dialog, which keeps and returns the focus. */
export function Dialog(props: {
  readonly id: string;
  readonly title: string;
  readonly children?: ComponentChildren;
  /** The buttons; the first has the focus. */
  readonly actions: ComponentChildren;
  /** Escape; without it, the dialog stays. */
  readonly onCancel?: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      // It is taken away rather than closed, so the browser gives the focus back to nobody.
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={`${props.id}-title`}
      aria-describedby={`${props.id}-body`}
      onCancel={(event) => {
        event.preventDefault();
        props.onCancel?.();
      }}
    >
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      <div id={`${props.id}-body`} class="dialog-body">
        {props.children}
      </div>
      <div class="dialog-actions">{props.actions}</div>
    </dialog>
  );
}
