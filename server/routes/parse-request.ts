import * as z from 'zod/mini';
import type { Fault } from '#shared/contract/problem.ts';
import { Problem } from '../problem.ts';

/** zod/mini itself says no more than "Invalid input". */
const { localeError } = z.locales.en();

/** A part of a request as its schema has it; throws all that is wrong with it, each with its place. */
export function parseRequest(schema: z.ZodMiniType, input: unknown): unknown {
  const result = schema.safeParse(input, { error: localeError });
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(faultsOf);
  throw new Problem('malformed', faults[0]?.detail ?? 'The request is malformed.', { ...faults[0], faults });
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const field = [...path, key].join('.');
      return { field, rule: 'unknownField', detail: `${field}: there is no such field.` };
    });
  }
  const field = path.join('.') || 'request';
  return [{ field, rule: issue.code, detail: `${field}: ${issue.message}.` }];
}
