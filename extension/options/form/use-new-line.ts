import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus to the line that is added to a list, in the same moment as it appears: a frame later, a key that was
 * pressed at once would be lost. Returns what is to be called when a line is asked for.
 */
export function useNewLine(list: RefObject<HTMLElement | null>, lines: number): () => void {
  const wanted = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (wanted.current !== lines) return;
    wanted.current = undefined;
    list.current?.querySelector<HTMLInputElement>(':scope > :last-child input')?.focus();
  });
  return () => {
    wanted.current = lines + 1;
  };
}
