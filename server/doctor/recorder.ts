import type { Diagnosis, Step } from '#shared/contract/diagnosis.ts';
import { Problem } from '../problem.ts';
import type { Deadline } from './deadline.ts';
import { explain } from './explain.ts';

type About = Pick<Step, 'attribute' | 'field'>;

/** What a step saw, and what the next ones need of it. */
export interface Seen<Value> {
  readonly detail: string;
  readonly value: Value;
  readonly warning?: { readonly rule: string; readonly cause: string; readonly fix: string } | undefined;
}

/** A finding that is no error of the directory, but keeps things from working. */
export interface Finding {
  readonly detail: string;
  readonly rule: string;
  readonly cause: string;
  readonly fix: string;
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
        const { detail, value, warning } = await Promise.race([work(), ...(deadline ? [deadline.passed] : [])]);
        steps.push({ step, ok: true, detail, ...about, ...(warning && { ...warning, isWarning: true }) });
        return { value };
      } catch (error) {
        if (!(error instanceof Found) && !(error instanceof Problem)) throw error;
        const finding = error instanceof Found ? error.finding : explain(error);
        steps.push({ step, ok: false, ...finding, ...about });
        return undefined;
      }
    },
    get diagnosis() {
      return { ok: steps.every(({ ok }) => ok), steps };
    },
  };
}
