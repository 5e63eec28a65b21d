import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { type FieldDefinition, managerKey } from '#shared/contract/configuration/field.ts';
import { kindOf } from '#shared/fields/kinds.ts';
import type { Issue } from './configuration-fault.ts';
import { membersOf } from './members-of.ts';

/** What speaks against approval: nobody must be able to choose who approves, and what is approved must be written then (W10). */
export function checkApproval(document: unknown): Issue[] {
  return [...managerIssues(document), ...bindIssues(document)];
}

/** Whoever approves has no password of whoever made the edit. */
function bindIssues(document: unknown): Issue[] {
  const { fields, directories } = (document ?? {}) as { readonly fields?: unknown; readonly directories?: unknown };
  const isByBind = membersOf<DirectoryDefinition>(directories).some(({ writeAs }) => writeAs === 'person');
  return membersOf<FieldDefinition>(fields).flatMap(({ approvedBy, source }, index) => {
    const isWritten = source?.kind === 'directory' && source.edit === 'writeBack' && source.directory === undefined;
    const isFault = isByBind && isWritten && Array.isArray(approvedBy) && approvedBy.length > 0;
    return isFault ? [{ path: ['fields', index, 'approvedBy'], rule: 'approvedByBind', message: byBind }] : [];
  });
}

const byBind =
  'does not go with a directory that is written as the person (writeAs): an approved edit comes without a password';

function managerIssues(document: unknown): Issue[] {
  const fields = membersOf<FieldDefinition>((document as { readonly fields?: unknown } | null)?.fields);
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
