import type { RoleMembers } from '#shared/contract/configuration/roles.ts';
import { hasRole, type Role, role as roleSchema } from '#shared/contract/roles.ts';
import type { LocalAccount } from '../store/store.ts';

const listed = ['systemAdmin', 'admin', 'helpdesk'] as const;

/** The groups that give a role, so that nobody is asked about others. */
export function groupsWithRoles(members: RoleMembers): string[] {
  return [...new Set(listed.flatMap((role) => members[role]).flatMap((member) => afterPrefix(member, 'group:')))];
}

/** The highest role that a username or one of the groups (DNs as listed) gives (P5). */
export function roleOf(username: string, groups: readonly string[], members: RoleMembers): Role {
  const held = listed.find((role) =>
    members[role].some(
      (member) =>
        afterPrefix(member, 'user:').some((name) => name.toLowerCase() === username.toLowerCase()) ||
        afterPrefix(member, 'group:').some((group) => groups.includes(group)),
    ),
  );
  return held === 'admin' ? adminRole(members) : (held ?? 'employee');
}

/** Every admin is a system admin until a company lists its system admins (P5). */
function adminRole({ systemAdmin }: RoleMembers): Role {
  return systemAdmin.length === 0 ? 'systemAdmin' : 'admin';
}

/** The highest role that somebody of this name could have, whatever groups they are in. */
export function highestRole(username: string, members: RoleMembers): Role {
  return roleOf(username, groupsWithRoles(members), members);
}

/** A local account has the role that it was made with, or a higher one that lists give its name. */
export function roleOfLocal({ username, role }: Pick<LocalAccount, 'username' | 'role'>, members: RoleMembers): Role {
  const listed = roleOf(username, [], members);
  const own = role === 'admin' ? adminRole(members) : roleSchema.parse(role);
  return hasRole(listed, own) ? listed : own;
}

function afterPrefix(member: string, prefix: string): string[] {
  return member.startsWith(prefix) ? [member.slice(prefix.length)] : [];
}
