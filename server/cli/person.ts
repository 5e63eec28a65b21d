import type { PersonCommand } from '../command-line.ts';
import type { Config } from '../config.ts';
import { countedName, readLoginName } from '../identity/login-name.ts';
import { countedBy } from '../identity/throttle.ts';
import { exportPerson } from '../personal-data/export-person.ts';
import { Problem } from '../problem.ts';
import type { Erased } from '../store/personal-data.ts';
import { createSQLitePeopleIndex } from '../store/sqlite/sqlite-store.ts';
import type { Person, Store } from '../store/store.ts';

/** The document of a person, for them to have. */
export async function exportOnce(command: PersonCommand, store: Store): Promise<string> {
  const person = await findOne(command, store);
  const kept = await store.configuration.load();
  if (!kept) {
    throw new Problem('notFound', 'The store holds no configuration yet. nameplate config apply FILE puts one in.');
  }
  const document = await exportPerson(person, { store, configuration: kept.configuration, now: new Date() });
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** Erases a person from the store and from the index of the search, which a server that runs makes anew. */
export async function eraseOnce(
  command: PersonCommand,
  store: Store,
  { peopleIndexFile }: Config,
): Promise<Erased & Pick<Person, 'id' | 'directory'>> {
  const person = await findOne(command, store);
  const { id, directory, entryId, username } = person;
  const attempts = countedBy([`${directory}:${entryId}`, `name:${countedName(readLoginName(username))}`]);
  const erased = await store.personalData.erase(person, { at: new Date(), withEdits: command.withEdits, attempts });
  const index = await createSQLitePeopleIndex(peopleIndexFile);
  try {
    await index.clear();
  } finally {
    await index.close();
  }
  return { id, directory, ...erased };
}

/** What was erased, and what comes next, in lines for a terminal; no name is among them. */
export function linesOfErased({
  id,
  directory,
  changes,
  sessions,
  edits,
  pictures,
}: Erased & Pick<Person, 'id' | 'directory'>) {
  return [
    `Erased ${id}: the profile, ${changes} lines of the history, ${sessions} sessions, ${edits} pending edits and ${pictures} pictures.`,
    'The chain of the history stays whole. Backups still have the person, and so has every other copy.',
    ...(directory === null
      ? []
      : [
          `As long as the directory ${directory} has the entry, the next sync or sign-in makes a profile of it again, without history and local values. Take the entry out of the directory, or out of the userFilter, to keep it away.`,
        ]),
  ];
}

async function findOne({ who, directory }: PersonCommand, { personalData }: Store): Promise<Person> {
  const found = await personalData.find(who);
  const meant = directory === undefined ? found : found.filter((each) => each.directory === directory);
  const [person, another] = meant;
  if (!person) throw new Problem('notFound', 'Nobody has this id or login name.');
  if (!another) return person;
  const ids = meant.map((each) => `${each.id} (${each.directory ?? 'in no directory'})`).join(', ');
  throw new Problem('malformed', `Several people have this name: ${ids}. Give the id, or --directory KEY.`);
}
