import * as z from 'zod/mini';
import { fault } from './problem.ts';

/**
 * Where an edit stands that needs approval (W10): `open` until somebody decides; `overtaken` was approved after the
 * value had changed, `refused` was approved and could not be written.
 */
export const proposalState = z.enum(['open', 'approved', 'declined', 'overtaken', 'refused']);
export type ProposalState = z.infer<typeof proposalState>;

const somebody = z.object({ id: z.string(), displayName: z.string() });

/** A proposal as the profile shows it to whoever made it, and to others while it is open. */
export const proposedEdit = z.object({
  id: z.string(),
  state: proposalState,
  /** What was entered. */
  value: z.unknown(),
  since: z.iso.datetime(),
  by: somebody,
  /** Whether the asker may withdraw it, or has to take note of the decision. */
  isOwn: z.boolean(),
  decidedBy: z.optional(somebody),
  /** What whoever decided said. */
  word: z.optional(z.string()),
  /** Why it came to nothing although it was approved. */
  problem: z.optional(fault),
});
export type ProposedEdit = z.infer<typeof proposedEdit>;

/** The same for somebody who may decide it. */
export const openProposal = z.object({
  id: z.string(),
  person: z.object({ id: z.string(), username: z.string(), displayName: z.string() }),
  /** What its type needs to show a value; the label in the language that the request asked for. */
  field: z.object({
    key: z.string(),
    type: z.string(),
    label: z.string(),
    settings: z.record(z.string(), z.unknown()),
    defaultCountry: z.optional(z.string()),
  }),
  from: z.unknown(),
  to: z.unknown(),
  /** What the profile shows by now, where that is another value than the proposal was made over. */
  current: z.optional(z.unknown()),
  by: somebody,
  since: z.iso.datetime(),
  reason: z.optional(z.string()),
});
export type OpenProposal = z.infer<typeof openProposal>;

/** The oldest first, as many as one answer carries, and how many there are. */
export const openProposals = z.object({ proposals: z.array(openProposal), total: z.optional(z.int()) });
export type OpenProposals = z.infer<typeof openProposals>;

export const decision = z.strictObject({
  decision: z.enum(['approve', 'decline']),
  /** Required to decline. */
  word: z.optional(z.string().check(z.maxLength(1000))),
});
export type Decision = z.infer<typeof decision>;

export const decided = z.object({ state: proposalState, problem: z.optional(fault) });
export type Decided = z.infer<typeof decided>;
