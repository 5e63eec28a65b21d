import type { Diagnosis, Step, StepParams } from '#shared/contract/diagnosis.ts';
import { Problem } from '../problem.ts';
import type { Deadline } from './deadline.ts';
import { explain } from './explain.ts';
import type { Saw } from './saw.ts';

type About = Pick<Step, 'attribute' | 'field'>;

/** What a step saw, and what the next ones need of it. */
export interface Seen<Value> extends Saw {
  readonly value: Value;
  readonly warning?: Explained | undefined;
}

export interface Explained {
  readonly rule: string;
  readonly cause: string;
  readonly fix: string;
  /** What cause and mend name. */
  readonly params?: StepParams | undefined;
}

/** A finding that is no error of the directory, but keeps things from working. */
export type Finding = Saw & Explained;

/** What was seen, and what is wrong with it. */
export function finding(seen: Saw, explained: Explained): Finding {
  return { ...seen, ...explained, params: { ...seen.params, ...explained.params } };
}

export class Found extends Error {
  override readonly name = 'Found';
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.cause);
    this.finding = finding;
  }
}

/** The steps of a check in the order in which they were made; the one that a deadline ends is the last. */
export interface Recorder {
  /** Makes a step; undefined when it failed, which the record then explains. */
  make<Value>(
    step: string,
    work: () => Promise<Seen<Value>>,
    about?: About,
  ): Promise<{ readonly value: Value } | undefined>;
  readonly diagnosis: Diagnosis;
}

/** Without a deadline each step takes the time that the directory's own limits allow. */
export function createRecorder(deadline?: Deadline): Recorder {
  const steps: Step[] = [];
  return {
    async make(step, work, about = {}) {
      if (deadline?.isOver) return undefined;
      try {
        const { value, warning, ...seen } = await Promise.race([work(), ...(deadline ? [deadline.passed] : [])]);
        const told = warning ? { ...finding(seen, warning), isWarning: true } : seen;
        steps.push({ step, ok: true, ...told, ...about });
        return { value };
      } catch (error) {
        if (!(error instanceof Found) && !(error instanceof Problem)) throw error;
        const found = error instanceof Found ? error.finding : explain(error);
        steps.push({ step, ok: false, ...found, ...about });
        return undefined;
      }
    },
    get diagnosis() {
      return { ok: steps.every(({ ok }) => ok), steps };
    },
  };
}
