import { and, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { SyncRunDetails } from '#shared/contract/sync.ts';
import { Problem } from '../../problem.ts';
import { picturesNamedIn } from '../named-pictures.ts';
import type { Erasing, PersonalData } from '../personal-data.ts';
import type { Person } from '../store.ts';
import type { Database, Queries } from './database.ts';
import { prepareErase } from './history.ts';
import { nextChangeNumber, personColumns } from './people.ts';
import { sessions, signInAttempts } from './schema/accounts.ts';
import { configurationChanges } from './schema/configuration.ts';
import { entryNames } from './schema/entry-names.ts';
import { history } from './schema/history.ts';
import { outbox } from './schema/outbox.ts';
import { people } from './schema/people.ts';
import { proposals } from './schema/proposals.ts';
import { syncRuns } from './schema/sync.ts';
import { prepareRemoveUnused } from './unused-pictures.ts';

type Details = Pick<SyncRunDetails, 'failures' | 'changes'>;
type Named = Details[keyof Details][number];

/** What stands where somebody's name stood who is erased. */
const nobody = '(erased)';

export function createPersonalData(database: Database): PersonalData {
  const eraseHistory = prepareErase(database);
  const removeUnused = prepareRemoveUnused(database);

  function isMention(person: Person, namesOfEntry: readonly string[]) {
    return (each: Named) =>
      each.directory === person.directory &&
      (each.username === person.username || ('dn' in each && namesOfEntry.includes(each.dn ?? '')));
  }

  function namesOf(queries: Queries, person: Person): string[] {
    return queries
      .select({ dn: entryNames.dn })
      .from(entryNames)
      .where(isOfEntry(person))
      .all()
      .map(({ dn }) => dn);
  }

  function eraseMentions(queries: Queries, person: Person): void {
    const { number, run, details } = syncRuns;
    const isIt = isMention(person, namesOf(queries, person));
    for (const row of queries.select({ number, run, details }).from(syncRuns).all()) {
      const failures = row.details?.failures.filter((each) => !isIt(each)) ?? [];
      const changes = row.details?.changes.filter((each) => !isIt(each)) ?? [];
      const { startedBy } = row.run;
      const isStarter = startedBy.name === person.username;
      const isSame = failures.length === row.details?.failures.length && changes.length === row.details.changes.length;
      if (!isStarter && (isSame || !row.details)) continue;
      queries
        .update(syncRuns)
        .set({
          run: isStarter ? { ...row.run, startedBy: { ...startedBy, name: nobody } } : row.run,
          details: row.details && { failures, changes },
        })
        .where(eq(number, row.number))
        .run();
    }
  }

  /** Whoever follows people by their change number would miss the next one, were the highest given twice. */
  function keepChangeNumber(queries: Queries, { id }: Person): void {
    const another = queries.select({ number: people.number }).from(people).where(ne(people.id, id)).limit(1).get();
    if (!another) return;
    const changeNumber = nextChangeNumber(queries);
    queries.update(people).set({ changeNumber }).where(eq(people.number, another.number)).run();
  }

  function eraseAll(queries: Queries, person: Person, { at, withEdits, attempts }: Erasing) {
    const { id, username } = person;
    const theirEdits = queries.select().from(outbox).where(eq(outbox.personId, id)).all();
    const proposed = queries.select().from(proposals).where(eq(proposals.personId, id)).all();
    const edits = theirEdits.length + proposed.filter(({ state }) => state === 'open').length;
    if (edits > 0 && !withEdits) throw editsWait(edits);
    if (queries.select({ id: syncRuns.id }).from(syncRuns).where(isNotNull(syncRuns.leaseUntil)).get())
      throw underWay();

    const lines = queries.select().from(history).where(eq(history.personId, id)).all();
    const kept = queries.select(personColumns).from(people).where(eq(people.id, id)).all();
    const pictures = picturesNamedIn(JSON.stringify([kept, lines, theirEdits, proposed]));
    const changes = eraseHistory(queries, id, at);
    const open = queries.delete(sessions).where(eq(sessions.personId, id)).run().changes;
    queries.delete(outbox).where(eq(outbox.personId, id)).run();
    queries.delete(proposals).where(eq(proposals.personId, id)).run();
    eraseMentions(queries, person);
    queries.delete(entryNames).where(isOfEntry(person)).run();
    for (const key of attempts) queries.delete(signInAttempts).where(eq(signInAttempts.key, key)).run();
    const isTheirs = eq(configurationChanges.changedBy, username);
    queries.update(configurationChanges).set({ changedBy: nobody }).where(isTheirs).run();
    keepChangeNumber(queries, person);
    queries.delete(people).where(eq(people.id, id)).run();
    return { changes, sessions: open, edits, pictures: removeUnused(pictures) };
  }

  return {
    find: (name) =>
      database.read((queries) =>
        queries
          .select(personColumns)
          .from(people)
          .where(or(eq(people.id, name), eq(sql`lower(${people.username})`, sql`lower(${name})`)))
          .all(),
      ),

    mentions: (person) =>
      database.read((queries) => {
        const isIt = isMention(person, namesOf(queries, person));
        const { run, details, number } = syncRuns;
        const rows = queries.select({ run, details }).from(syncRuns).orderBy(desc(number)).all();
        return rows.flatMap(({ run: { id, startedAt }, details: said }) =>
          [...(said?.changes ?? []), ...(said?.failures ?? [])]
            .filter(isIt)
            .map((each) => ({ run: id, startedAt, said: each })),
        );
      }),

    erase: (person, erasing) => database.overwrite((queries) => eraseAll(queries, person, erasing)),
  };
}

function isOfEntry({ directory, entryId }: Person) {
  return and(eq(entryNames.directory, directory ?? ''), eq(entryNames.entryId, entryId ?? ''));
}

function editsWait(count: number): Problem {
  const edits = count === 1 ? 'one edit of theirs waits' : `${count} edits of theirs wait`;
  return new Problem(
    'conflict',
    `${edits} to be written, decided or approved, so nothing was erased. Withdraw what waits, or give it up with --with-edits.`,
    { rule: 'editsWait' },
  );
}

function underWay(): Problem {
  return new Problem('conflict', 'A sync is under way, so nothing was erased. Wait for its end, or cancel it.', {
    rule: 'syncUnderWay',
  });
}
