import { useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Result } from '../../messages.ts';

export interface Check<Value> {
  readonly value: Value | undefined;
  readonly problem: ProblemDetails | undefined;
  readonly isRunning: boolean;
  run(call: () => Promise<Result<Value>>): Promise<void>;
}

/** Something that is asked for on demand, and may take a while. */
export function useCheck<Value>(): Check<Value> {
  const [state, setState] = useState<Omit<Check<Value>, 'run'>>({
    value: undefined,
    problem: undefined,
    isRunning: false,
  });
  return {
    ...state,
    async run(call) {
      if (state.isRunning) return;
      setState({ value: undefined, problem: undefined, isRunning: true });
      const result = await call();
      setState({
        value: result.ok ? result.value : undefined,
        problem: result.ok ? undefined : result.problem,
        isRunning: false,
      });
    },
  };
}
