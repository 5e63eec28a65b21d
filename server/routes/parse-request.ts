import * as z from 'zod/mini';
import type { Fault } from '#shared/contract/problem.ts';
import { valueAt } from '../configuration/configuration-fault.ts';
import { ruleOf, sentenceOf } from '../configuration/schema-issues.ts';
import { Problem } from '../problem.ts';

/** For what has no sentence of ours: zod/mini itself says no more than "Invalid input". */
const { localeError } = z.locales.en();

/** A part of a request as its schema has it; throws all that is wrong with it, each with its place. */
export function parseRequest(schema: z.ZodMiniType, input: unknown): unknown {
  const result = schema.safeParse(input, { error: localeError });
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, issue.path.map(nameOf), input));
  throw new Problem('malformed', faults[0]?.detail ?? 'The request is malformed.', { ...faults[0], faults });
}

function faultsOf(issue: z.core.$ZodIssue, path: readonly string[], input: unknown): Fault[] {
  if (issue.code === 'invalid_union') {
    const within = (each: z.core.$ZodIssue) => [...path, ...each.path.map(nameOf)];
    // A member that is there and does not fit speaks against a form, one that is missing does not.
    const against = (form: readonly z.core.$ZodIssue[]) =>
      form.filter((each) => each.code !== 'unrecognized_keys' && valueAt(input, within(each)) !== undefined).length;
    const [nearest = []] = issue.errors.toSorted((one, other) => against(one) - against(other));
    if (nearest.length > 0) return nearest.flatMap((each) => faultsOf(each, within(each), input));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const field = [...path, key].join('.');
      return { field, rule: 'unknownField', detail: `${field}: there is no such field.` };
    });
  }
  const field = path.join('.') || 'request';
  const value = valueAt(input, path);
  return [{ field, rule: ruleOf(issue, value), detail: `${field}: ${sentenceOf(issue, value)}.` }];
}

const nameOf = (part: PropertyKey): string => String(part);
