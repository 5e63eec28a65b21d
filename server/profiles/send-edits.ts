import type { Configuration } from '#shared/contract/configuration.ts';
import type { Fault } from '#shared/contract/problem.ts';
import type { Outcome } from '#shared/contract/profile.ts';
import type { PersonReference } from '#shared/fields/field-kind.ts';
import type { DirectoryGateway, Writer } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { NewChange } from '../store/history.ts';
import type { Edit, Settlement } from '../store/outbox.ts';
import type { Pictures } from '../store/pictures.ts';
import type { Person, StoredValue } from '../store/store.ts';
import { entryOf, keptAs, mappedAttributes } from './field-source.ts';
import { kindOfField } from './field-value.ts';
import { changeOf, historyOf, seenIn } from './journal.ts';
import { joinedRecordOf, recordOf } from './keep-read.ts';
import { findNamedPeople, lookUpPerson, type NamedPeopleDeps, withWantedPeople } from './named-people.ts';
import { observedChanges } from './observed-changes.ts';
import type { AttributeChange } from './plan-changes.ts';
import { type DirectoryOutcome, type SavedInDirectory, saveInDirectory } from './save-in-directory.ts';
import { surroundingsOf } from './show-profile.ts';
import { fromStored, typedAsStored } from './stored-values.ts';

export interface Sending {
  readonly person: Person;
  readonly configuration: Configuration;
  readonly gateway: DirectoryGateway;
  readonly pictures: Pictures;
  readonly named: NamedPeopleDeps;
  readonly at: Date;
  /** As whom they are written (W9). */
  readonly writer: Writer | 'passwordAgain' | undefined;
  /** Somebody may have sent the edits before, and does not know what became of them. */
  readonly mayHaveBeenSent: boolean;
}

/** What the directory answered, and all that has to be kept of it. */
export interface Sent extends Pick<Settlement, 'changes' | 'kept'> {
  /** By field. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

interface SavedNothing {
  readonly outcomes: ReadonlyMap<string, DirectoryOutcome>;
  readonly entry: undefined;
}

/** The edits of one save as one Modify. Throws what keeps them from being sent now. */
export async function sendEdits(edits: readonly Edit[], sending: Sending): Promise<Sent> {
  const { person, configuration, gateway, pictures, named, at, writer, mayHaveBeenSent } = sending;
  const { fields } = configuration;
  const { entryId = '', directory: entryDirectory = '' } = edits[0] ?? {};
  const joined = entryDirectory === person.directory ? undefined : entryDirectory;
  const read = await Promise.all(edits.map((edit) => readEdit(edit, sending)));
  const changes = read.filter((change) => 'attribute' in change);
  const saved =
    changes.length === 0
      ? nothingSaved
      : await saveInDirectory(changes, seenIn(edits), {
          gateway,
          entryId,
          attributes: mappedAttributes(fields, joined),
          writer,
          surroundings: surroundingsOf(
            configuration,
            person,
            withWantedPeople(await findNamedPeople(person, fields, named, false), changes),
          ),
        });

  const outcomes = new Map<string, Outcome>();
  const records: NewChange[] = [];
  const before: Record<string, readonly StoredValue[]> = { ...person.attributes };
  for (const [index, edit] of edits.entries()) {
    const change = read[index] as AttributeChange | Fault;
    const found = saved?.outcomes.get(edit.field);
    if (!('attribute' in change) || !found) {
      const problem = 'attribute' in change ? entryGone : change;
      outcomes.set(edit.field, { status: 'refused', value: edit.from, problem: { ...problem, field: edit.field } });
      continue;
    }
    const isFoundDone = mayHaveBeenSent && found.outcome.status === 'unchanged';
    const outcome: Outcome = isFoundDone ? { ...found.outcome, status: 'saved' } : found.outcome;
    outcomes.set(edit.field, outcome);
    if (outcome.status !== 'saved') continue;
    const { field } = change;
    before[keptAs({ attribute: change.attribute, directory: joined })] = typedAsStored(field, found.after.slice(0, 1));
    const exactFrom = isFoundDone ? fromStored(field, edit.old) : found.before;
    records.push(historyOf(edit, field, at, { to: outcome.value, before: exactFrom, after: found.after }));
  }
  return { outcomes, changes: records, ...(await kept(saved, records.length > 0)) };

  async function kept(
    saved: SavedInDirectory | SavedNothing | undefined,
    accepted: boolean,
  ): Promise<Pick<Settlement, 'kept'>> {
    const { entry } = saved ?? {};
    const { directory } = person;
    if (!entry || directory === null) return {};
    const record =
      joined === undefined
        ? await recordOf(pictures, { directory, entry, fields, before })
        : await joinedRecordOf(pictures, { person, joined, entry, fields, before });
    const isOthers = ({ field }: NewChange) => outcomes.get(field)?.status !== 'saved';
    const observe = (before: Person) =>
      observedChanges(before, record.attributes, { ...configuration, at }).filter(isOthers);
    return { kept: { record, accepted, reading: { observe } } };
  }
}

const nothingSaved: SavedNothing = { outcomes: new Map(), entry: undefined };

const entryGone: Fault = { rule: 'entryGone', detail: 'The directory has no entry for this person any more.' };

async function readEdit(
  edit: Edit,
  { configuration: { fields }, pictures, named, person }: Sending,
): Promise<AttributeChange | Fault> {
  const field = fields.find(({ key }) => key === edit.field);
  const { source } = field ?? {};
  const isWritten = source?.kind === 'directory' && source.edit === 'writeBack';
  const isThere = isWritten && (source.directory ?? person.directory) === edit.directory;
  if (!field || !isThere || source.attribute !== edit.attribute) {
    return { rule: 'fieldGone', detail: 'This field is no longer written to the directory.' };
  }
  // An entry that completed this person may complete somebody else by now.
  if (entryOf(field, person)?.entryId !== edit.entryId) return entryGone;
  const change = changeOf(edit, field);
  const [picture] = edit.values;
  try {
    const to = edit.to as PersonReference | null;
    // Whoever it is may have another DN by now; an undo may bring back somebody of whom only the DN is known.
    if (kindOfField(field).refersToPeople && to !== null && to.id !== null) {
      const found = await lookUpPerson(to, edit.directory, named);
      return { ...change, ...found, written: [found.dn] };
    }
  } catch (error) {
    if (error instanceof Problem && error.kind === 'invalid') return error.fault;
    throw error;
  }
  if (typeof picture !== 'object' || !('sha256' in picture)) return change;
  const bytes = await pictures.get(picture.sha256);
  return bytes ? { ...change, bytes } : { rule: 'pictureGone', detail: 'Nameplate no longer has this picture.' };
}
