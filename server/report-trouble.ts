import type { Fault } from '#shared/contract/problem.ts';
import { Problem } from './problem.ts';

/** 2 for what whoever called has to mend in the arguments, the environment or the file; 1 for all other trouble. */
export function exitStatus(error: unknown): 1 | 2 {
  return error instanceof Problem && (error.kind === 'malformed' || error.kind === 'invalid') ? 2 : 1;
}

/** What went wrong, in lines for a terminal: the faults, each with its place, or the one sentence. */
export function sentencesOf(error: unknown): string[] {
  if (!(error instanceof Problem)) return unforeseen(error).split('\n');
  const faults = (error.options.faults ?? []).map(
    ({ field, detail, params }) =>
      `${params ? `${params.file}:${params.line}:${params.column} ` : ''}${field ? `${field}: ` : ''}${detail}`,
  );
  return [...faults, error.message];
}

/** The same as one JSON document. */
export function troubleOf(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const faults: readonly Fault[] = (error instanceof Problem && error.options.faults) || [];
  return {
    ok: false,
    message,
    faults: faults.map(({ field = '', detail, params }) => ({
      path: field,
      ...(params && { line: params.line, column: params.column }),
      message: detail,
    })),
  };
}

/** What the operating system refused says all in its message; anything else is a bug, and its stack helps to find it. */
function unforeseen(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'syscall' in error ? error.message : (error.stack ?? error.message);
}
