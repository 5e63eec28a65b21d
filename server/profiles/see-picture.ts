import type { Configuration } from '#shared/contract/configuration.ts';
import { hasRole } from '#shared/contract/roles.ts';
import { isBinary } from '#shared/fields/kinds.ts';
import type { KeptPicture } from '#shared/fields/picture/picture.ts';
import type { History } from '../store/history.ts';
import type { Edit } from '../store/outbox.ts';
import type { Person } from '../store/store.ts';
import { type Actor, isVisible } from './actor.ts';
import { showProfile } from './show-profile.ts';

/** As far back as pictures of former times are shown. */
const mostChanges = 500;

export interface PictureSight {
  readonly configuration: Configuration;
  /** The edits of the person that wait. */
  readonly edits: readonly Edit[];
  readonly history: Pick<History, 'list'>;
}

/** Whether the actor sees this picture of a person: in their profile, in what waits to be written, or in their history. */
export async function seesPicture(
  actor: Actor,
  person: Person,
  sha256: string,
  { configuration, edits, history }: PictureSight,
): Promise<boolean> {
  const isIt = (value: unknown) => (value as KeptPicture | null | undefined)?.sha256 === sha256;
  const { fields } = showProfile(person, actor, configuration, 'en', undefined, edits);
  if (fields.some(({ type, value, pending }) => isBinary(type) && [value, pending].some(isIt))) return true;
  if (actor.personId !== person.id && !hasRole(actor.role, 'helpdesk')) return false;
  const visible = configuration.fields.filter((field) => isBinary(field.type) && isVisible(field, actor, person.id));
  if (visible.length === 0) return false;
  const keys = visible.map(({ key }) => key);
  const changes = await history.list({ personId: person.id, fields: keys, limit: mostChanges });
  return changes.some(({ from, to }) => isIt(from) || isIt(to));
}
