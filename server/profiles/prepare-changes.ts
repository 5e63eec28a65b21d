import { hash } from 'node:crypto';
import type { Fault } from '#shared/contract/problem.ts';
import type { PersonReference, PictureLimits } from '#shared/fields/field-kind.ts';
import { isNewPicture, type KeptPicture, type Picture } from '#shared/fields/picture/picture.ts';
import { Problem } from '../problem.ts';
import type { Pictures } from '../store/pictures.ts';
import type { Person } from '../store/store.ts';
import { throwFaults, type WantedChange } from './check-changes.ts';
import { attributeOf } from './field-source.ts';
import { contextOf, kindOfField } from './field-value.ts';
import { findPerson, type NamedPeopleDeps, referenceTo } from './named-people.ts';

/** A JPEG as it may be written: decoded, without metadata, within its limits. Throws an `invalid` Problem with a rule of the type. */
export type PreparePicture = (bytes: Uint8Array, limits: PictureLimits) => Promise<Uint8Array>;

export interface PrepareDeps extends NamedPeopleDeps {
  readonly pictures: Pictures;
  readonly preparePicture: PreparePicture;
}

/**
 * Gets what changes of a person need from elsewhere before they can be planned: a picture that came along is checked,
 * made fit and kept, whom a value names is known. Throws one Problem that lists every fault (X1).
 */
export async function prepareChanges(
  person: Person,
  wanted: readonly WantedChange[],
  deps: PrepareDeps,
): Promise<WantedChange[]> {
  const prepared: WantedChange[] = [];
  const faults: Fault[] = [];
  for (const change of wanted) {
    try {
      prepared.push(await prepare(person, change, deps));
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error;
      const field = change.field.key;
      faults.push({ ...error.fault, field, detail: `${field}: ${error.message}` });
    }
  }
  throwFaults('invalid', faults);
  return prepared;
}

async function prepare(person: Person, change: WantedChange, deps: PrepareDeps): Promise<WantedChange> {
  const { field, to } = change;
  const { pictureLimits, refersToPeople } = kindOfField(field);
  if (to === null) return change;
  if (pictureLimits) return preparedPicture(change, pictureLimits(contextOf(field, {}).settings), deps);
  if (!refersToPeople) return change;
  const directory = attributeOf(field, person) === undefined ? null : person.directory;
  return { ...change, to: referenceTo(await findPerson(to as PersonReference, directory, deps)) };
}

async function preparedPicture(
  change: WantedChange,
  limits: PictureLimits,
  { pictures, preparePicture }: PrepareDeps,
): Promise<WantedChange> {
  const { from } = change;
  const picture = change.to as Picture;
  if (isNewPicture(picture)) {
    const sent = Buffer.from(picture.base64, 'base64');
    // Sent back as it was seen: nothing is made of it anew.
    if (hash('sha256', sent) === (from as KeptPicture | null)?.sha256) return { ...change, to: from, bytes: sent };
    const bytes = await preparePicture(sent, limits);
    return { ...change, to: { sha256: await pictures.put(bytes) }, bytes };
  }
  const bytes = await pictures.get(picture.sha256);
  if (!bytes) throw new Problem('invalid', 'Nameplate does not have this picture.', { rule: 'pictureGone' });
  // Perhaps nothing names it any more, and it would be removed before this change does.
  await pictures.put(bytes);
  return { ...change, bytes };
}
