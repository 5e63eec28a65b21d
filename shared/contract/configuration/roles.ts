import * as z from 'zod/mini';

/** `user:<username>` or `group:<DN>`. */
const member = z.string().check(z.regex(/^(?:user|group):.+$/u, { error: 'is neither user:<name> nor group:<DN>' }));
const members = z._default(z.array(member), []);

export const roleMembers = z.strictObject({ systemAdmin: members, admin: members, helpdesk: members });
export type RoleMembers = z.infer<typeof roleMembers>;
