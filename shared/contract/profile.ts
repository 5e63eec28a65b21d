import * as z from 'zod/mini';
import { unsettledEdit } from './outbox.ts';
import { fault } from './problem.ts';
import { proposedEdit } from './proposals.ts';

/**
 * A field's value as JSON; null where there is none. A picture is `{sha256}` wherever it is shown, to be had from the
 * picture endpoint; a save may send `{base64}`, the bytes of a JPEG, in its place.
 */
export const fieldValue = z.unknown();

/** Why somebody may not edit a field. */
export const readOnlyReason = z.enum([
  'directoryOwned',
  'foundInDirectory',
  'noJoinedEntry',
  'writingDisabled',
  'notPermitted',
  'notText',
]);
export type ReadOnlyReason = z.infer<typeof readOnlyReason>;

export const profileField = z.object({
  key: z.string(),
  type: z.string(),
  /** In the language that the request asked for. */
  label: z.string(),
  help: z.optional(z.string()),
  section: z.string(),
  required: z.boolean(),
  value: fieldValue,
  editable: z.boolean(),
  reason: z.optional(z.string()),
  /** The directory's value is another one than at the last sync, and nobody has saved since (S9). */
  changedSinceSync: z.optional(z.boolean()),
  /** The value that waits to be written. */
  pending: z.optional(fieldValue),
  /** An edit of this field that waits to be written, or for a decision. */
  edit: z.optional(unsettledEdit),
  /** What is entered here waits for somebody's approval (W10). */
  needsApproval: z.optional(z.boolean()),
  /** What was entered before and needs approval: until it is decided, and until whoever entered it has taken note. */
  proposal: z.optional(proposedEdit),
  /** What the field's type needs to check and show a value. */
  settings: z.record(z.string(), z.unknown()),
  defaultCountry: z.optional(z.string()),
});
export type ProfileField = z.infer<typeof profileField>;

export const profile = z.object({
  person: z.object({
    id: z.string(),
    username: z.string(),
    displayName: z.string(),
    directory: z.nullable(z.string()),
    /** What people call that directory. */
    directoryName: z.optional(z.string()),
  }),
  /** Stands for the exact bytes that this profile was made from; sent back with a save, it lets even a respelling count. */
  revision: z.string(),
  fields: z.array(profileField),
});
export type Profile = z.infer<typeof profile>;

export const profileQuery = z.strictObject({ refresh: z.optional(z.enum(['0', '1'])) });

export const profileChanges = z.strictObject({
  changes: z
    .record(z.string(), z.strictObject({ from: fieldValue, to: fieldValue }))
    .check(z.refine((changes) => Object.keys(changes).length > 0, { error: 'has no change' })),
  /** The revision of the profile that the person saw. Without it, values are compared as they are shown. */
  revision: z.optional(z.string().check(z.maxLength(20_000))),
  /** The own one of whoever saves, for a directory that is written as them; used for this save alone (W9). */
  password: z.optional(z.string().check(z.maxLength(1024))),
  /** Required of helpdesk. */
  reason: z.optional(z.string().check(z.maxLength(1000))),
});
export type ProfileChanges = z.infer<typeof profileChanges>;

export const outcome = z.object({
  /** With `proposed`: it waits for approval. */
  status: z.enum(['saved', 'unchanged', 'conflict', 'refused', 'pending', 'proposed']),
  /** What the profile now shows for the field: what the directory holds, not what was sent (W7). */
  value: fieldValue,
  /** With `conflict`: what somebody else has put there meanwhile. */
  current: z.optional(fieldValue),
  /** With `refused` and `pending`: why. */
  problem: z.optional(fault),
});
export type Outcome = z.infer<typeof outcome>;

export const saved = z.object({ outcomes: z.record(z.string(), outcome), profile });
export type Saved = z.infer<typeof saved>;
