import * as z from 'zod/mini';
import { fault } from './problem.ts';

/**
 * Where an edit stands that has not reached its end: `pending` waits to be written, and may be on its way; `conflict`
 * and `refused` wait for the person, who can save again or withdraw it.
 */
export const editState = z.enum(['pending', 'conflict', 'refused']);
export type EditState = z.infer<typeof editState>;

/** An edit that was accepted and is not in its directory yet. */
export const unsettledEdit = z.object({
  id: z.string(),
  state: editState,
  /** What was entered. */
  value: z.unknown(),
  /** When it was entered. */
  since: z.iso.datetime(),
  /** Why it waits, or why the directory would not have it. */
  problem: z.optional(fault),
});
export type UnsettledEdit = z.infer<typeof unsettledEdit>;

export const ownEdit = z.extend(unsettledEdit, { field: z.string() });
export const ownEdits = z.object({
  edits: z.array(ownEdit),
  /** How many own edits were not approved, or came to nothing although they were; and how many of others may be decided. */
  notApproved: z.number(),
  toDecide: z.number(),
});
export type OwnEdits = z.infer<typeof ownEdits>;

/** The same for an admin: whose it is and how delivery goes; not what was entered. */
export const outboxItem = z.object({
  id: z.string(),
  state: editState,
  directory: z.string(),
  person: z.object({ id: z.string(), username: z.string(), displayName: z.string() }),
  field: z.string(),
  since: z.iso.datetime(),
  attempts: z.number(),
  /** When it is tried again; null where it waits for the person. */
  nextAttempt: z.nullable(z.iso.datetime()),
  problem: z.optional(fault),
});
export type OutboxItem = z.infer<typeof outboxItem>;

export const outbox = z.object({ edits: z.array(outboxItem), total: z.number() });
