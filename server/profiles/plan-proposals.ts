import type { Outcome } from '#shared/contract/profile.ts';
import type { Surroundings } from '#shared/fields/field-kind.ts';
import type { Edit } from '../store/outbox.ts';
import type { NewProposal } from '../store/proposals.ts';
import type { Person } from '../store/store.ts';
import type { Actor } from './actor.ts';
import type { WantedChange } from './check-changes.ts';
import { planLocalChange } from './plan-changes.ts';
import { readRevision } from './revision.ts';
import { isUndelivered, latestEdit } from './show-edit.ts';
import { findValue, revisionOf } from './show-profile.ts';

export interface Proposing {
  readonly person: Person;
  readonly actor: Actor;
  readonly reason: string | null;
  readonly revision: string | undefined;
  readonly surroundings: Surroundings;
  /** Of the person, that are not at their end. */
  readonly edits: readonly Edit[];
  readonly at: Date;
}

/** What becomes of changes that need approval: by what the profile shows, they are proposed or come to nothing at once. */
export function planProposals(wanted: readonly WantedChange[], proposing: Proposing) {
  const { person, actor, reason, revision, surroundings, edits, at } = proposing;
  const outcomes = new Map<string, Outcome>();
  const proposals: NewProposal[] = [];
  const digests = revision === undefined ? undefined : readRevision(revision);
  for (const change of wanted) {
    const { field, from, to } = change;
    const edit = latestEdit(edits, field);
    const value = edit && isUndelivered(edit) ? edit.to : findValue(field, person, surroundings).value;
    const seen = revisionOf(field, person, edit);
    const decision = planLocalChange(change, value);
    const isStale = digests !== undefined && digests.get(field.key) !== seen;
    if (decision === 'unchanged') {
      outcomes.set(field.key, { status: 'unchanged', value });
    } else if (decision === 'conflict' || isStale) {
      outcomes.set(field.key, { status: 'conflict', value, current: value });
    } else {
      outcomes.set(field.key, { status: 'proposed', value });
      const { personId: actorId, role: actorRole } = actor;
      proposals.push({ personId: person.id, field: field.key, from, to, seen, actorId, actorRole, reason, madeAt: at });
    }
  }
  return { outcomes, proposals };
}
