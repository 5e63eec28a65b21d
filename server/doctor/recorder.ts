import type { Diagnosis, Step } from '#shared/contract/diagnosis.ts';
import { Problem } from '../problem.ts';
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

/** The steps of a check in the order in which they were made. */
export interface Recorder {
  /** Makes a step; undefined when it failed, which the record then explains. */
  make<Value>(
    step: string,
    work: () => Promise<Seen<Value>>,
    about?: About,
  ): Promise<{ readonly value: Value } | undefined>;
  readonly diagnosis: Diagnosis;
}

export function createRecorder(): Recorder {
  const steps: Step[] = [];
  return {
    async make(step, work, about = {}) {
      try {
        const { detail, value, warning } = await work();
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
