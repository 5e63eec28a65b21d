import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { EditState, UnsettledEdit } from '#shared/contract/outbox.ts';
import type { ProfileField } from '#shared/contract/profile.ts';
import type { Edit } from '../store/outbox.ts';

/** What people are told of where an edit stands. */
export function stateOf({ state }: Pick<Edit, 'state'>): EditState {
  return state === 'conflict' || state === 'refused' ? state : 'pending';
}

export function isUndelivered(edit: Pick<Edit, 'state'>): boolean {
  return stateOf(edit) === 'pending';
}

/** The edit of a field that counts: what came later builds on what came before. */
export function latestEdit(edits: readonly Edit[], { key }: FieldDefinition): Edit | undefined {
  return edits.findLast(({ field }) => field === key);
}

export function unsettled({ id, to, madeAt, fault, ...edit }: Edit): UnsettledEdit {
  const since = madeAt.toISOString();
  return { id: String(id), state: stateOf(edit), value: to, since, ...(fault && { problem: fault }) };
}

/** The members of a profile's field that tell of an edit. */
export function showEdit(edit: Edit | undefined): Pick<ProfileField, 'pending' | 'edit'> {
  if (!edit) return {};
  return { edit: unsettled(edit), ...(isUndelivered(edit) && { pending: edit.to }) };
}
