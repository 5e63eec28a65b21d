import * as z from 'zod/mini';

/** Roles in rising order; each may do what those before it may. */
export const roles = ['employee', 'helpdesk', 'admin', 'systemAdmin'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Whether somebody with this role may do what `needed` may. */
export const hasRole = (held: Role, needed: Role): boolean => roles.indexOf(held) >= roles.indexOf(needed);

/** Who may see a field: everyone, the person it is about, or a role. */
export const viewer = z.enum(['everyone', 'self', 'helpdesk', 'admin']);
export type Viewer = z.infer<typeof viewer>;

export const editor = z.enum(['self', 'helpdesk', 'admin']);
export type Editor = z.infer<typeof editor>;

/** Who approves what others enter in a field; the manager is whom the person's field `manager` names. */
export const approver = z.enum(['helpdesk', 'admin', 'manager']);
export type Approver = z.infer<typeof approver>;

/** Those who may see a field of anybody, from the widest circle to the narrowest. */
export const audiences = ['everyone', 'helpdesk', 'admin'] as const;
export type Audience = (typeof audiences)[number];
