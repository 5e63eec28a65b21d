import { useEffect, useRef, useState } from 'preact/hooks';
import type { FoundPerson } from '#shared/contract/people.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Background } from './background.ts';

const pauseMilliseconds = 120;

export interface Found {
  /** The words that were searched for. */
  readonly words: string;
  readonly people: readonly FoundPerson[];
  readonly next: string | undefined;
  readonly problem?: ProblemDetails;
}

/** Searches as one types; what comes late, for words that are no longer there, counts for nothing. */
export function useSearch(background: Background, initial: string) {
  const [words, setWords] = useState(initial);
  const [found, setFound] = useState<Found>();
  const [isSearching, setSearching] = useState(false);
  const latest = useRef(0);

  async function search(wanted: string, before?: Found): Promise<void> {
    latest.current += 1;
    const turn = latest.current;
    setSearching(true);
    const result = await background.searchPeople({ words: wanted, ...(before?.next && { cursor: before.next }) });
    if (turn !== latest.current) return;
    setSearching(false);
    const people = before?.people ?? [];
    setFound(
      result.ok
        ? { words: wanted, people: [...people, ...result.value.people], next: result.value.next }
        : { words: wanted, people, next: undefined, problem: result.problem },
    );
  }

  useEffect(() => {
    const wanted = words.trim();
    latest.current += 1;
    if (wanted === '') {
      setFound(undefined);
      setSearching(false);
      return;
    }
    const pause = setTimeout(() => void search(wanted), pauseMilliseconds);
    return () => clearTimeout(pause);
  }, [words, background]);

  return { words, setWords, found, isSearching, more: () => found && search(found.words, found) };
}
