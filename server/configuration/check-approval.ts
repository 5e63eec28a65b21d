import { type FieldDefinition, managerKey } from '#shared/contract/configuration/field.ts';
import { kindOf } from '#shared/fields/kinds.ts';
import type { Issue } from './configuration-fault.ts';

/** What speaks against approval by the manager: nobody must be able to choose who approves (W10). */
export function checkApproval(document: unknown): Issue[] {
  const list = (document as { readonly fields?: unknown } | null)?.fields;
  const fields = Array.isArray(list) ? list.map((each: Partial<FieldDefinition> | null) => each ?? {}) : [];
  const manager = fields.find(({ key, type }) => key === managerKey && kindOf(`${type}`)?.refersToPeople);
  const message = !manager ? noManager : isEditableBySelf(manager) ? ownChoice : undefined;
  const rule = manager ? 'managerEditable' : 'noManager';
  return fields.flatMap(({ approvedBy }, index) => {
    const at = Array.isArray(approvedBy) ? approvedBy.indexOf('manager') : -1;
    return at < 0 || !message ? [] : [{ path: ['fields', index, 'approvedBy', at], rule, message }];
  });
}

const noManager = `needs a field with the key ${managerKey} and the type person, which says who the manager is`;
const ownChoice = `would let people choose who approves: whom the field ${managerKey} names must not be for them to edit, or need approval`;

/** As the schema would complete it. */
function isEditableBySelf({ source, editableBy, approvedBy }: Partial<FieldDefinition>): boolean {
  const isEdited = source?.kind !== 'directory' || (source.edit ?? 'never') !== 'never';
  const needsOthers = Array.isArray(approvedBy) && approvedBy.some((approver) => approver !== 'manager');
  return isEdited && (editableBy ?? ['self']).includes('self') && !needsOthers;
}
