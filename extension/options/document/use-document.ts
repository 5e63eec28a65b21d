import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Fault, ProblemDetails } from '#shared/contract/problem.ts';
import type { Result } from '../../messages.ts';
import { merge } from './merge.ts';
import { same } from './same.ts';
import { type Change, valueAt, whatChanged } from './what-changed.ts';

/** A part of the configuration, where it is read from and how it is put back. */
export interface Source<Value> {
  load(): Promise<Result<Value>>;
  /** Refused as a conflict where the configuration is of another revision by now. */
  save(value: Value, revision: string): Promise<Result<Value>>;
}

/** What somebody else did while this one was being edited; `isMineToo` where both changed the same. */
export type ForeignChange = Change & { readonly isMineToo: boolean };

interface State<Value> {
  readonly phase: 'loading' | 'failed' | 'ready';
  /** As the server had it when it was last asked. */
  readonly base?: Value | undefined;
  readonly draft?: Value | undefined;
  readonly revision: string;
  readonly isBusy: boolean;
  readonly isSaved: boolean;
  readonly problem?: ProblemDetails | undefined;
  readonly foreign: readonly ForeignChange[];
  readonly foreignBy?: string | undefined;
}

/** A part of the configuration that is being edited. */
export interface Document<Value> {
  readonly phase: State<Value>['phase'];
  readonly base: Value | undefined;
  readonly draft: Value | undefined;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly isSaved: boolean;
  /** Why it could not be read or saved. */
  readonly problem: ProblemDetails | undefined;
  readonly faults: readonly Fault[];
  readonly foreign: readonly ForeignChange[];
  /** Who did that, as far as the server told. */
  readonly foreignBy: string | undefined;
  edit(make: (draft: Value) => Value): void;
  /** Whether it was saved. */
  save(): Promise<boolean>;
  discard(): void;
  /** Somebody else's changes have been looked at. */
  acknowledge(): void;
  reload(): Promise<void>;
}

const start = { phase: 'loading', revision: '', isBusy: false, isSaved: false, foreign: [] } as const;

/** Opens a part of the configuration; `source` decides which, `identity` when it is another one. */
export function useDocument<Value>(source: Source<Value>, identity = ''): Document<Value> {
  const [state, setState] = useState<State<Value>>(start);
  // Calls that come back late must not see an old state, nor show what is no longer asked for.
  const latest = useRef(state);
  const opened = useRef(identity);
  const put = useCallback((patch: Partial<State<Value>>) => {
    latest.current = { ...latest.current, ...patch };
    setState(latest.current);
  }, []);

  const reload = useCallback(async () => {
    put(start);
    const result = await source.load();
    if (opened.current !== identity) return;
    if (!result.ok) return put({ phase: 'failed', problem: result.problem });
    const { value, revision = '' } = result;
    put({ phase: 'ready', base: value, draft: value, revision, problem: undefined });
  }, [source, identity]);

  useEffect(() => {
    opened.current = identity;
    void reload();
  }, [identity]);

  async function save(): Promise<boolean> {
    const { draft, revision, isBusy } = latest.current;
    if (isBusy || draft === undefined) return false;
    put({ isBusy: true, isSaved: false, problem: undefined, foreign: [] });
    const result = await source.save(draft, revision);
    if (result.ok) return take(draft, result);
    if (result.problem.kind !== 'conflict') {
      put({ isBusy: false, problem: result.problem });
      return false;
    }
    return rebase(draft, result.problem);
  }

  function take(sent: Value, { value, revision }: { readonly value: Value; readonly revision?: string }): boolean {
    // What was typed while it was being saved stays typed.
    const draft = same(latest.current.draft, sent) ? value : latest.current.draft;
    put({ isBusy: false, isSaved: true, base: value, draft, revision: revision ?? latest.current.revision });
    return true;
  }

  /** Somebody else came first: theirs is read, and mine put over it. */
  async function rebase(draft: Value, { params }: ProblemDetails): Promise<boolean> {
    const now = await source.load();
    if (!now.ok) {
      put({ isBusy: false, problem: now.problem });
      return false;
    }
    const base = latest.current.base as Value;
    const { value, revision = '' } = now;
    // They changed another part of the configuration: nothing stands against saving this one.
    if (same(value, base)) {
      const again = await source.save(draft, revision);
      if (again.ok) return take(draft, again);
      put({ isBusy: false, revision, problem: again.problem });
      return false;
    }
    const mine = (latest.current.draft ?? draft) as Value;
    const foreign = whatChanged(base, value).map((change) => ({
      ...change,
      isMineToo:
        !same(valueAt(mine, change.path), valueAt(base, change.path)) &&
        !same(valueAt(mine, change.path), change.after),
    }));
    put({
      isBusy: false,
      base: value,
      draft: merge(base, mine, value),
      revision,
      foreign,
      foreignBy: nameOf(params?.by),
    });
    return false;
  }

  const { base, draft, phase, isBusy, isSaved, problem, foreign, foreignBy } = state;
  return {
    phase,
    base,
    draft,
    isChanged: phase === 'ready' && !same(base, draft),
    isBusy,
    isSaved,
    problem,
    faults: problem && phase === 'ready' ? (problem.faults ?? []) : [],
    foreign,
    foreignBy,
    edit(make) {
      if (latest.current.draft !== undefined) put({ draft: make(latest.current.draft), isSaved: false });
    },
    save,
    discard: () => put({ draft: latest.current.base, problem: undefined, foreign: [], isSaved: false }),
    acknowledge: () => put({ foreign: [] }),
    reload,
  };
}

function nameOf(by: string | number | undefined): string | undefined {
  return typeof by === 'string' ? by : undefined;
}
