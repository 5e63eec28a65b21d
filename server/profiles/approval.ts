import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { hasRole } from '#shared/contract/roles.ts';
import type { Actor } from './actor.ts';

type Approved = Pick<FieldDefinition, 'approvedBy'>;

/** Whether some save may have to wait for approval; where none may, nothing is asked of the store. */
export function usesApproval(fields: readonly Approved[]): boolean {
  return fields.some(({ approvedBy }) => approvedBy.length > 0);
}

/** Whether what this actor enters waits for somebody else's approval: nobody approves what concerns themselves (W10). */
export function needsApproval({ approvedBy }: Approved, actor: Actor, personId: string): boolean {
  return approvedBy.length > 0 && (actor.personId === personId || !isAmong(approvedBy, actor));
}

/** Whether the actor decides on an edit that somebody proposed; `managerId` is whom the profile names as manager. */
export function mayDecide(
  field: Approved | undefined,
  proposed: { readonly personId: string; readonly actorId: string },
  actor: Actor,
  managerId: string | undefined,
): boolean {
  if (actor.personId === proposed.personId || actor.personId === proposed.actorId) return false;
  // A field that is gone, or needs no approval any more, keeps nobody waiting.
  if (!field || field.approvedBy.length === 0) return hasRole(actor.role, 'helpdesk');
  return isAmong(field.approvedBy, actor) || (field.approvedBy.includes('manager') && managerId === actor.personId);
}

function isAmong(approvers: FieldDefinition['approvedBy'], { role }: Actor): boolean {
  return (['helpdesk', 'admin'] as const).some((each) => approvers.includes(each) && hasRole(role, each));
}
