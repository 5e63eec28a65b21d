import type * as z from 'zod/mini';
import { type Issue, valueAt } from './configuration-fault.ts';
import { closestMember, knownMembers } from './known-members.ts';

/** What the schema found, in sentences; an issue may name several members, each of which becomes one of its own. */
export function schemaIssues(found: readonly z.core.$ZodIssue[], document: unknown): Issue[] {
  return found.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const value = valueAt(document, path);
    if (issue.code !== 'unrecognized_keys')
      return [{ path, message: sentenceOf(issue, value), rule: ruleOf(issue, value) }];
    const known = knownMembers(path, document);
    return issue.keys.map((name) => ({
      path: [...path, name],
      rule: 'unknownField',
      message: unknownMember(name, known),
      isName: true,
    }));
  });
}

/** `required` where nothing stands, otherwise as zod names it: `too_small`, `invalid_format`, `custom`. */
export function ruleOf({ code }: z.core.$ZodIssue, value: unknown): string {
  return value === undefined ? 'required' : code;
}

function unknownMember(name: string, known: readonly string[]): string {
  const meant = closestMember(name, known);
  return meant ? `is not known; did you mean ${meant}?` : `is not known; known here: ${known.join(', ')}`;
}

/** What is wrong with a value, as the rest of a sentence that begins with its place. */
export function sentenceOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `is missing; it must be ${nouns[issue.expected] ?? issue.expected}`
        : `must be ${nouns[issue.expected] ?? issue.expected}, and is ${nounOf(value)}`;
    case 'invalid_value':
      return oneOf(issue.values, value);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options, value) : issue.message;
    case 'not_multiple_of':
      return `must be a whole number, and is ${value}`;
    case 'too_small':
      return bound('at least', issue.minimum, issue.origin, value);
    case 'too_big':
      return bound('at most', issue.maximum, issue.origin, value);
    default:
      return issue.message;
  }
}

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
  nonoptional: 'a value or null',
};

function nounOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  return nouns[Array.isArray(value) ? 'array' : typeof value] ?? typeof value;
}

function oneOf(options: readonly unknown[], value: unknown): string {
  const list = options.map(String).join(', ');
  if (value === undefined) return `is missing; it must be one of ${list}`;
  if (typeof value !== 'string') return `must be one of ${list}, and is ${nounOf(value)}`;
  const meant = closestMember(value, options.map(String));
  return `must be one of ${list}; ${meant ? `did you mean ${meant}?` : `${JSON.stringify(value)} is none of them`}`;
}

function bound(rule: string, limit: number | bigint, origin: string, value: unknown): string {
  if (origin === 'string') return limit === 1 ? 'must not be empty' : `must have ${rule} ${limit} characters`;
  if (origin === 'array') return limit === 1 ? 'must not be empty' : `must have ${rule} ${limit} items`;
  return `must be ${rule} ${limit}, and is ${value}`;
}
