import { type Fault, type ProblemDetails, type ProblemKind, problemKinds } from '#shared/contract/problem.ts';

export interface ProblemOptions extends Omit<Fault, 'detail'> {
  readonly cause?: unknown;
  /** All faults, where there are several. */
  readonly faults?: readonly Fault[];
  readonly retryAfterSeconds?: number;
}

/** An error that a person may see: its kind, a sentence, the field and the rule where there is one. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly options: ProblemOptions;

  constructor(kind: ProblemKind, detail: string, options: ProblemOptions = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.options = options;
  }

  get fault(): Fault {
    const { field, rule, params } = this.options;
    return { detail: this.message, ...(field && { field }), ...(rule && { rule }), ...(params && { params }) };
  }

  /** The problem as it travels (RFC 9457). */
  get details(): ProblemDetails {
    const { faults } = this.options;
    return {
      type: `urn:nameplate:problem:${this.kind}`,
      ...problemKinds[this.kind],
      kind: this.kind,
      ...this.fault,
      ...(faults && { faults: [...faults] }),
    };
  }
}

/** The same error as a problem; what was not foreseen becomes `internal`, its message kept from people. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem('internal', 'Something went wrong in Nameplate itself. The log says more.', { cause: error });
}
