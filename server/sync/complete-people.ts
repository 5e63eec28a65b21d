import { isDeepStrictEqual } from 'node:util';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { folded } from '#shared/folded.ts';
import type { Entry } from '../directory/gateway.ts';
import type { Sweep, SweptEntry } from '../directory/sweep.ts';
import { Problem } from '../problem.ts';
import { idName, joinedId, keptAs, mappedAttributes, pictureAttributes } from '../profiles/field-source.ts';
import { joinValue } from '../profiles/joined-entry.ts';
import { observedChanges } from '../profiles/observed-changes.ts';
import { storingOf } from '../profiles/stored-values.ts';
import type { Person, StoredAttributes } from '../store/store.ts';
import type { Completion } from '../store/sync.ts';
import { createPictureReader } from './picture-reader.ts';
import { isWithinLimit } from './plan-run.ts';
import { readSwept } from './read-swept.ts';
import type { SyncJoinedDeps } from './sync-joined.ts';

/** So many alternatives a filter may well have. */
const peopleAtOnce = 100;

export interface CompletePeopleDeps extends SyncJoinedDeps {
  readonly sweep: Sweep;
  /** The change number when the sweep began. */
  readonly since: number;
  readonly isFull: boolean;
  /** How many people had an entry when everybody was looked up last. */
  readonly joinedBefore: number;
  /** The fields in which a difference is a change of others. */
  readonly observed: readonly FieldDefinition[];
}

interface Joined {
  readonly person: Person;
  readonly swept: SweptEntry;
  readonly entry: Entry;
}

/** Looks people up by what ties them to their entries, and keeps what is found; who lost theirs waits for the end (S6). */
export function createCompletePeople(deps: CompletePeopleDeps) {
  const { store, sweep, definition, fields, runId, since, report, signal, joinedBefore } = deps;
  const { key, join } = definition;
  const name = definition.name ?? key;
  const pictures = pictureAttributes(fields, key);
  const texts = mappedAttributes(fields, key).filter((attribute) => !pictures.has(attribute));
  const wanted = { attributes: [...texts, join.attribute], withRevision: pictures.size > 0 };
  const toStored = storingOf(
    fields.filter(({ source }) => source.kind === 'directory' && texts.includes(source.attribute)),
    key,
  );
  const kept = runId === undefined ? undefined : store.pictures;
  const readPictures = createPictureReader({ sweep, pictures: kept, joined: key });
  const without: StoredAttributes = Object.fromEntries([
    ...mappedAttributes(fields, key).map((attribute) => [keptAs({ attribute, directory: key }), []]),
    [idName(key), []],
  ]);
  const leaving = new Map<string, Person>();
  let count = 0;

  async function take(people: readonly Person[]): Promise<void> {
    const candidates = people.filter(({ directory, hiddenAt }) => directory !== null && hiddenAt === null);
    for (let from = 0; from < candidates.length; from += peopleAtOnce) {
      signal.throwIfAborted();
      await takeSome(candidates.slice(from, from + peopleAtOnce));
    }
  }

  async function takeSome(people: readonly Person[]): Promise<void> {
    const tied = people.map((person) => ({ person, value: joinValue(person, definition, fields) }));
    const byValue = Map.groupBy(tied, ({ value }) => (value === undefined ? undefined : folded(value)));
    const entries = new Map<Person, Joined[]>();
    const found = await lookUp([...new Set(tied.flatMap(({ value }) => value ?? []))]);
    for (const { swept, entry } of found.entries) {
      const values = new Set((entry.attributes[join.attribute] ?? []).map((value) => folded(String(value))));
      for (const { person } of [...values].flatMap((value) => byValue.get(value) ?? [])) {
        entries.set(person, [...(entries.get(person) ?? []), { person, swept, entry }]);
      }
    }
    const joined: Joined[] = [];
    for (const person of people) {
      const [first, second] = entries.get(person) ?? [];
      if (second) report.failed({ dn: second.entry.dn, problem: ambiguous() }, person.username);
      else if (first) joined.push(first);
      else if (found.isWhole && joinedId(person.attributes, key) !== undefined) leave(person);
    }
    count += joined.length;
    await keep(joined);
  }

  /** Not whole where one of the entries cannot be read: it may be anybody's of those who seem to have none. */
  async function lookUp(values: readonly string[]) {
    const found: Omit<Joined, 'person'>[] = [];
    let isWhole = true;
    if (values.length === 0) return { entries: found, isWhole };
    for await (const { entries, unreadable } of sweep.pages(sweep.named(values), wanted)) {
      report.count('read', entries.length + unreadable.length);
      for (const entry of unreadable) report.failed(entry);
      isWhole &&= unreadable.length === 0;
      for (const swept of entries) {
        const entry = readSwept(swept, report);
        if (entry) found.push({ swept, entry });
        else isWhole = false;
      }
    }
    return { entries: found, isWhole };
  }

  async function keep(joined: readonly Joined[]): Promise<void> {
    const isSame = ({ person, swept }: Joined) =>
      isDeepStrictEqual(person.attributes[idName(key)], [swept.id, swept.digest]);
    const differing = joined.filter((each) => !isSame(each));
    report.count('unchanged', joined.length - differing.length);
    const ids = differing.map(({ swept }) => swept.id);
    const read = await readPictures(ids, fields);
    const observing = { fields: deps.observed, directories: deps.directories, at: deps.now() };
    const completions = differing.map(({ person, swept, entry }): Completion => {
      const values = { ...toStored(entry.attributes, person.attributes), ...read.get(entry.id) };
      tell(person, values);
      const attributes = { ...values, [idName(key)]: [swept.id, swept.digest] };
      return { personId: person.id, attributes, changes: observedChanges(person, attributes, observing) };
    });
    if (runId !== undefined) await store.sweeps.complete({ runId, since }, completions);
  }

  function tell({ username, displayName, attributes: before }: Person, after: StoredAttributes): void {
    const differing = Object.keys(after).filter((each) => !isDeepStrictEqual(after[each], before[each] ?? []));
    if (differing.length === 0) report.count('unchanged');
    else report.did({ kind: 'changed', username, displayName, attributes: differing });
  }

  function leave(person: Person): void {
    leaving.set(person.id, person);
    const { removalLimit: limit } = deps;
    if (isWithinLimit(leaving.size, joinedBefore, limit)) return;
    throw new Problem(
      'internal',
      `${leaving.size} or more of ${joinedBefore} people have no entry in the directory "${name}" any more, more than the removal limit (${limit.percent} %, at least ${limit.atLeast}). Nothing of theirs was taken away. Check the directory; if the entries are really gone, raise the limit for one run.`,
      { rule: 'removalLimit', params: { leaving: leaving.size, people: joinedBefore } },
    );
  }

  const ambiguous = () =>
    new Problem(
      'internal',
      `The directory "${name}" has several entries with the same ${join.attribute} for this person. Make it unique, or narrow the user filter.`,
      { rule: 'ambiguous' },
    );

  return {
    take,
    /** How many people have an entry. */
    found: () => count,
    /** Takes what is kept of lost entries away, once everybody was looked up. */
    async end(): Promise<void> {
      if (deps.isFull && count === 0 && leaving.size > 0) {
        throw new Problem(
          'internal',
          `The directory "${name}" showed no entry of anybody, though ${leaving.size} people had one. Check the base, the user filter, the join and what the service account may read. Nothing was taken away.`,
          { rule: 'emptyAnswer', params: { people: leaving.size } },
        );
      }
      for (const person of leaving.values()) tell(person, without);
      const completions = [...leaving.keys()].map((personId) => ({ personId, attributes: without, changes: [] }));
      if (runId !== undefined) await store.sweeps.complete({ runId, since }, completions);
    },
  };
}
