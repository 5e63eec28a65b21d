import type { Listen } from './listening.ts';

/** What a page hears that has the focus and nothing to type into, as all of it is inert. */
const types = ['keydown', 'keypress', 'keyup', 'copy', 'cut', 'paste'];

/**
 * While the editor is open, keys are nobody else's: a page can take the focus out of the frame at any moment, and would hear what
 * is typed on. Made before the scripts of the page run, its listeners come first.
 */
export function createKeyGuard(listen: Listen, signal: AbortSignal) {
  let take: ((event: Event) => boolean) | undefined;
  for (const type of types) {
    listen(
      window,
      type,
      (event) => {
        if (take?.(event)) event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
  }
  return {
    /** From now on these events are given here first; true keeps one from the page. */
    hold(listener: (event: Event) => boolean): void {
      take = listener;
    },
    release(): void {
      take = undefined;
    },
  };
}

export type KeyGuard = ReturnType<typeof createKeyGuard>;
