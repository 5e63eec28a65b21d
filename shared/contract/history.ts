import * as z from 'zod/mini';
import { next, pageQuery } from './page.ts';

/** Where a change came from: the person, somebody else with a reason, an undone change, or another system as it was seen in the directory. */
export const changeSource = z.enum(['self', 'helpdesk', 'undo', 'directory']);
export type ChangeSource = z.infer<typeof changeSource>;

const somebody = z.object({ id: z.string(), displayName: z.string() });

export const change = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  field: z.string(),
  /** In the language that the request asked for; the key where the field is no longer defined. */
  label: z.string(),
  type: z.optional(z.string()),
  /** Who did it; null for another system, and for somebody who is no longer known. */
  actor: z.nullable(somebody),
  source: changeSource,
  /** Who approved it, where it needed that. */
  approvedBy: z.optional(somebody),
  reason: z.optional(z.string()),
  from: z.unknown(),
  to: z.unknown(),
  /** The change that this one undid. */
  undoes: z.optional(z.string()),
  /** Whether the asker may undo it; whether it still can be is seen when it is tried. */
  undoable: z.boolean(),
});
export type Change = z.infer<typeof change>;

const page = pageQuery(100, /^\d{1,15}$/);

export const historyQuery = z.strictObject({ field: z.optional(z.string().check(z.maxLength(64))), ...page });

/** Newest first. */
export const history = z.object({ changes: z.array(change), next });
export type History = z.infer<typeof history>;

export const undoRequest = z.strictObject({
  /** The own one of whoever undoes it, for a directory that is written as them (W9). */
  password: z.optional(z.string().check(z.maxLength(1024))),
  /** Required for somebody else's profile. */
  reason: z.optional(z.string().check(z.maxLength(1000))),
});

const instant = z.iso.datetime({ error: 'is no time of the form 2026-11-25T12:00:00Z' });
const filters = {
  person: z.optional(z.string().check(z.maxLength(64))),
  actor: z.optional(z.string().check(z.maxLength(64))),
  field: z.optional(z.string().check(z.maxLength(64))),
  source: z.optional(changeSource),
  since: z.optional(instant),
  until: z.optional(instant),
};

export const historyFilters = z.strictObject(filters);
export type HistoryFilters = z.infer<typeof historyFilters>;
export const adminHistoryQuery = z.strictObject({ ...filters, ...page });

export const adminChange = z.extend(z.omit(change, { undoable: true }), { person: z.nullable(somebody) });
export type AdminChange = z.infer<typeof adminChange>;
export const adminHistory = z.object({ changes: z.array(adminChange), next });
export type AdminHistory = z.infer<typeof adminHistory>;
