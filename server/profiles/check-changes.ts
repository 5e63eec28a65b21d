import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Settings } from '#shared/contract/configuration/settings.ts';
import type { Fault } from '#shared/contract/problem.ts';
import type { ProfileChanges, ReadOnlyReason } from '#shared/contract/profile.ts';
import type { Surroundings } from '#shared/fields/field-kind.ts';
import { Problem } from '../problem.ts';
import { type Actor, isVisible } from './actor.ts';
import { type Found, readOnlyReason } from './field-source.ts';
import { contextOf, kindOfField } from './field-value.ts';

/** A change that may be made: null stands for no value, as it does in a profile. */
export interface WantedChange {
  readonly field: FieldDefinition;
  /** What the person saw. */
  readonly from: unknown;
  readonly to: unknown;
  /** The bytes of a picture, which `to` names by their hash. */
  readonly bytes?: Uint8Array;
  /** Where the directory has the person whom `to` names. */
  readonly dn?: string;
}

export interface Rules {
  readonly fields: readonly FieldDefinition[];
  readonly settings: Pick<Settings, 'writeEnabled'>;
  readonly surroundings: Surroundings;
}

/** The rest of a sentence that begins with what cannot be edited. */
export const forbidden: Record<ReadOnlyReason, string> = {
  directoryOwned: 'its value comes from the directory and is read-only',
  foundInDirectory: 'the directory has this person, so its value comes from there',
  noJoinedEntry: 'the directory that holds it has no entry for this person',
  writingDisabled: 'writing to directories is switched off',
  notPermitted: 'its definition does not let you',
  notText: 'the directory holds bytes that are no text',
};

/**
 * Checks a save before anything is read or written (X1): every field exists, may be edited by the actor, and gets a
 * value that its type accepts. Throws one Problem that lists every fault of the first kind found.
 */
export function checkChanges(
  { changes }: ProfileChanges,
  person: Found,
  actor: Actor,
  { fields, settings, surroundings }: Rules,
): WantedChange[] {
  const visible = new Map(
    fields.filter((field) => isVisible(field, actor, person.id)).map((field) => [field.key, field]),
  );
  const known = Object.entries(changes).map(([key, { from, to }]) => {
    const field = visible.get(key);
    return { key, field, from: emptyToNull(from), to: emptyToNull(to) };
  });

  throwFaults(
    'malformed',
    known
      .filter(({ field }) => !field)
      .map(({ key }) => ({
        field: key,
        rule: 'unknownField',
        detail: `${key}: there is no such field.`,
      })),
  );
  const wanted = known.flatMap(({ field, from, to }) => (field ? [{ field, from, to }] : []));

  throwFaults(
    'forbidden',
    wanted.flatMap(({ field }) => {
      const reason = readOnlyReason(field, person, actor, settings);
      return reason
        ? [{ field: field.key, rule: reason, detail: `${field.key} cannot be edited: ${forbidden[reason]}.` }]
        : [];
    }),
  );

  const parsed = wanted.map(({ field, from, to }) => ({ field, from, ...parse(field, from, to, surroundings) }));
  throwFaults(
    'invalid',
    parsed.flatMap(({ fault }) => (fault ? [fault] : [])),
  );
  return parsed.map(({ field, from, value }) => ({ field, from, to: value }));
}

function parse(
  field: FieldDefinition,
  from: unknown,
  to: unknown,
  surroundings: Surroundings,
): { value: unknown; fault?: Fault } {
  const { key } = field;
  if (to === null) {
    if (!field.required) return { value: null };
    return { value: null, fault: { field: key, rule: 'required', detail: `${key}: a value is required.` } };
  }
  const kind = kindOfField(field);
  const result = kind.parse(to, { ...contextOf(field, surroundings), seen: from });
  if ('value' in result) return { value: result.value };
  const { rule, params = {} } = result;
  const sentence = kind.sentences.en[rule]?.(params) ?? rule;
  return { value: null, fault: { field: key, rule, params, detail: `${key}: ${sentence}` } };
}

/** An empty text is no value, nor is an empty list: a directory refuses the one, and an attribute without values is none. */
function emptyToNull(value: unknown): unknown {
  return value === '' || value === undefined || (Array.isArray(value) && value.length === 0) ? null : value;
}

/** Throws one Problem for all of these; does nothing where there is none. */
export function throwFaults(kind: 'malformed' | 'forbidden' | 'invalid', faults: readonly Fault[]): void {
  const [first] = faults;
  if (first) throw new Problem(kind, first.detail, { ...first, faults });
}
