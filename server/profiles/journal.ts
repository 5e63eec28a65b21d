import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { AttributeValue, Surroundings } from '#shared/fields/field-kind.ts';
import type { NewChange } from '../store/history.ts';
import type { Edit, NewEdit } from '../store/outbox.ts';
import type { Person, StoredValue } from '../store/store.ts';
import { keptValues } from './field-source.ts';
import { digest, kindOfField, ownValues } from './field-value.ts';
import { type AttributeChange, encoded, type Seen } from './plan-changes.ts';
import { readRevision } from './revision.ts';
import { fromStored, typedAsStored } from './stored-values.ts';

/** A digest that no value has: the revision that came with a save does not tell of the field. */
const unseen = '?';

/** The change as it is journalled, before anything of it is sent. */
export function editOf(
  change: AttributeChange,
  person: Person,
  revision: string | undefined,
  surroundings: Surroundings,
): NewEdit {
  const { field, attribute, from, to } = change;
  const digests = revision === undefined ? undefined : readRevision(revision);
  return {
    field: field.key,
    attribute,
    from,
    to,
    seen: digests ? (digests.get(field.key) ?? unseen) : null,
    old: keptValues(field, person.attributes) ?? [],
    values: typedAsStored(field, change.written ?? writtenNow(change, surroundings)),
  };
}

/** Of a person the DN is looked up only when the edit goes out. */
function writtenNow(change: AttributeChange, surroundings: Surroundings): readonly AttributeValue[] {
  return kindOfField(change.field).refersToPeople ? [] : encoded(change, surroundings);
}

/** The same change when it builds on one that waits: what the person saw are the values of that one. */
export function editOnto(edit: NewEdit, waiting: Edit, field: FieldDefinition): NewEdit {
  return { ...edit, old: waiting.values, seen: digestOf(field, waiting.values) };
}

/** Stands for the exact values of a field, as they are kept. */
export function digestOf(field: FieldDefinition, values: readonly StoredValue[] | undefined): string {
  return digest(ownValues(field, fromStored(field, values)));
}

/** A journalled edit as the change that it is. */
export function changeOf({ attribute, from, to, values, source }: Edit, field: FieldDefinition): AttributeChange {
  return { field, attribute, from, to, written: fromStored(field, values), restores: source === 'undo' };
}

/** What whoever made these edits had before their eyes. */
export function seenIn(edits: readonly Edit[]): Seen {
  const digests = edits.flatMap(({ field, seen }) => (seen === null ? [] : [[field, seen] as const]));
  const old = new Map(edits.map((edit) => [edit.attribute, edit.old]));
  return {
    digests: new Map(digests),
    shownValues: (field, attribute) => fromStored(field, old.get(attribute)),
  };
}

/** An edit that was carried out, for the history. */
export function historyOf(
  edit: Edit,
  field: FieldDefinition,
  at: Date,
  { to, before, after }: { to: unknown; before: readonly AttributeValue[]; after: readonly AttributeValue[] },
): NewChange {
  const { personId, actorId, source, reason, from, undoes, approverId } = edit;
  const [exactFrom, exactTo] = [typedAsStored(field, before), typedAsStored(field, after)];
  return { at, personId, field: edit.field, actorId, source, reason, from, to, exactFrom, exactTo, undoes, approverId };
}
