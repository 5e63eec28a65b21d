import { useEffect, useRef, useState } from 'preact/hooks';
import type { AdminChange, HistoryFilters } from '#shared/contract/history.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { usePage } from '../context.ts';

interface Read {
  readonly changes?: readonly AdminChange[];
  readonly next?: string | undefined;
  readonly problem?: ProblemDetails;
}

/** The changes that filters let through, the newest first, a page after the other. */
export function useChanges(filters: HistoryFilters) {
  const { background, language } = usePage();
  const [read, setRead] = useState<Read>({});
  const [isLoading, setLoading] = useState(true);
  /** Answers may come in another order than they were asked for. */
  const asked = useRef(0);

  async function load(before: readonly AdminChange[], cursor?: string): Promise<void> {
    const turn = ++asked.current;
    setLoading(true);
    const result = await background.call('getAllHistory', { query: { ...filters, ...(cursor && { cursor }) } });
    if (turn !== asked.current) return;
    setLoading(false);
    if (!result.ok) setRead({ changes: before, next: cursor, problem: result.problem });
    else setRead({ changes: [...before, ...result.value.changes], next: result.value.next });
  }

  useEffect(() => {
    void load([]);
    return () => {
      asked.current++;
    };
  }, [background, language, JSON.stringify(filters)]);

  return {
    ...read,
    isLoading,
    /** Those that come next; after a failure, what failed. */
    more: () => load(read.next === undefined ? [] : (read.changes ?? []), read.next),
  };
}
