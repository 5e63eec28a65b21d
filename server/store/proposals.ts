import type { Fault } from '#shared/contract/problem.ts';
import type { Role } from '#shared/contract/roles.ts';

/** `open` waits for somebody who may approve it; `overtaken` was approved after the value had changed. */
export type ProposalState = 'open' | 'approved' | 'declined' | 'overtaken' | 'refused';

/** An edit that takes effect only once somebody has approved it (W10). */
export interface NewProposal {
  readonly personId: string;
  readonly field: string;
  /** What the person saw and what they entered, as a profile shows it. */
  readonly from: unknown;
  readonly to: unknown;
  /** Stands for the exact values that the person saw. */
  readonly seen: string;
  readonly actorId: string;
  readonly actorRole: Role;
  readonly reason: string | null;
  readonly madeAt: Date;
}

export interface Decision {
  readonly state: Exclude<ProposalState, 'open'>;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly word: string | null;
  /** Why it came to nothing although it was approved. */
  readonly fault: Fault | null;
}

export interface Proposal extends NewProposal, Omit<Decision, 'state' | 'decidedBy' | 'decidedAt'> {
  /** Rises with each proposal. */
  readonly id: number;
  readonly state: ProposalState;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** Edits that wait for approval, and decisions that whoever proposed them has not taken note of. */
export interface Proposals {
  /** Each in place of what the same actor proposed before for the same field of the same person; all of them or none. */
  put(proposals: readonly NewProposal[]): Promise<Proposal[]>;
  byId(id: number): Promise<Proposal | undefined>;
  /** The oldest first. */
  ofPerson(personId: string): Promise<Proposal[]>;
  /** All of them, the oldest first: who decides on which is not the store's to know. */
  open(): Promise<Proposal[]>;
  /** False, and nothing changed, where it is not open any more. */
  decide(id: number, decision: Decision): Promise<boolean>;
  remove(id: number): Promise<void>;
}
