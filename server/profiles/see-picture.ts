import type { Configuration } from '#shared/contract/configuration.ts';
import { hasRole } from '#shared/contract/roles.ts';
import { isBinary } from '#shared/fields/kinds.ts';
import type { KeptPicture } from '#shared/fields/picture/picture.ts';
import type { History } from '../store/history.ts';
import type { Edit } from '../store/outbox.ts';
import type { Proposals } from '../store/proposals.ts';
import type { Person } from '../store/store.ts';
import { type Actor, isVisible } from './actor.ts';
import { usesApproval } from './approval.ts';
import { isDecider } from './is-decider.ts';
import type { NamedPeopleDeps } from './named-people.ts';
import { showProfile } from './show-profile.ts';

/** As far back as pictures of former times are shown. */
const mostChanges = 500;

export interface PictureSight extends NamedPeopleDeps {
  readonly configuration: Configuration;
  /** The edits of the person that wait. */
  readonly edits: readonly Edit[];
  readonly history: Pick<History, 'list'>;
  readonly proposals: Pick<Proposals, 'ofPerson'>;
}

/** Whether the actor sees this picture of a person: in their profile, in what waits to be written or approved, or in their history. */
export async function seesPicture(actor: Actor, person: Person, sha256: string, sight: PictureSight): Promise<boolean> {
  const { configuration, edits, history } = sight;
  const isIt = (value: unknown) => (value as KeptPicture | null | undefined)?.sha256 === sha256;
  const { fields } = showProfile(person, actor, configuration, 'en', { edits });
  if (fields.some(({ type, value, pending }) => isBinary(type) && [value, pending].some(isIt))) return true;
  if (usesApproval(configuration.fields) && (await seesProposed(actor, person, isIt, sight))) return true;
  if (actor.personId !== person.id && !hasRole(actor.role, 'helpdesk')) return false;
  const visible = configuration.fields.filter((field) => isBinary(field.type) && isVisible(field, actor, person.id));
  if (visible.length === 0) return false;
  const keys = visible.map(({ key }) => key);
  const changes = await history.list({ personId: person.id, fields: keys, limit: mostChanges });
  return changes.some(({ from, to }) => isIt(from) || isIt(to));
}

/** Whoever proposed a picture sees it, and whoever decides on it sees the one of before, too. */
async function seesProposed(
  actor: Actor,
  person: Person,
  isIt: (value: unknown) => boolean,
  { configuration, proposals, ...deps }: PictureSight,
): Promise<boolean> {
  const named = (await proposals.ofPerson(person.id)).filter(({ from, to }) => isIt(from) || isIt(to));
  const isSeen = named.map(
    async (proposal) =>
      proposal.actorId === actor.personId ||
      (proposal.state === 'open' && (await isDecider(actor, proposal, configuration, deps))),
  );
  return (await Promise.all(isSeen)).includes(true);
}
