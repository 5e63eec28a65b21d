import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Result } from '../../messages.ts';

export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly revision: string;
  readonly problem: ProblemDetails | undefined;
  /** Reads it anew; what was there stays until then. */
  reload(): Promise<void>;
}

/** Something that is read once the component is there, and again when `identity` is another one. */
export function useLoaded<Value>(load: () => Promise<Result<Value>>, identity = ''): Loaded<Value> {
  const [state, setState] = useState<Omit<Loaded<Value>, 'reload'>>({
    value: undefined,
    revision: '',
    problem: undefined,
  });
  /** Answers may come in another order than they were asked for. */
  const asked = useRef(0);
  const newest = useRef(load);
  newest.current = load;

  const reload = useCallback(async () => {
    const turn = ++asked.current;
    const result = await newest.current();
    if (turn !== asked.current) return;
    setState((before) =>
      result.ok
        ? { value: result.value, revision: result.revision ?? '', problem: undefined }
        : { ...before, problem: result.problem },
    );
  }, []);
  useEffect(() => {
    void reload();
    return () => {
      asked.current++;
    };
  }, [identity]);
  return { ...state, reload };
}
