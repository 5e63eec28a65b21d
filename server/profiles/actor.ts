import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { hasRole, type Role } from '#shared/contract/roles.ts';
import { Problem } from '../problem.ts';

/** Whoever looks at a profile or changes it. */
export interface Actor {
  readonly personId: string;
  readonly role: Role;
}

/** What is one's own is for everybody, that of others for helpdesk (P2). */
export function demandOwn({ personId, role }: Actor, ofPersonId: string, what: 'profile' | 'history'): void {
  if (personId === ofPersonId || hasRole(role, 'helpdesk')) return;
  throw new Problem('forbidden', `Somebody else's ${what} needs the role helpdesk.`, {
    rule: 'role',
    params: { role: 'helpdesk' },
  });
}

/** Whether the actor may see the field of this person at all. */
export function isVisible({ visibleTo }: FieldDefinition, actor: Actor, personId: string): boolean {
  return visibleTo.includes('everyone') || isAmong(visibleTo, actor, personId);
}

/** Whether the field's definition lets the actor edit it; where its values come from is another matter. */
export function isPermitted({ editableBy }: FieldDefinition, actor: Actor, personId: string): boolean {
  return isAmong(editableBy, actor, personId);
}

function isAmong(allowed: readonly string[], actor: Actor, personId: string): boolean {
  return (
    (allowed.includes('self') && actor.personId === personId) ||
    (allowed.includes('helpdesk') && hasRole(actor.role, 'helpdesk')) ||
    (allowed.includes('admin') && hasRole(actor.role, 'admin'))
  );
}
