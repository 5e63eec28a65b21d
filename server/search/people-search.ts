import type { Configuration } from '#shared/contract/configuration.ts';
import type { FoundPeople, FoundPerson, PeopleQuery } from '#shared/contract/people.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { textIn } from '#shared/fields/localized.ts';
import { Problem } from '../problem.ts';
import { type Actor, isVisible } from '../profiles/actor.ts';
import { surroundingsOf } from '../profiles/show-profile.ts';
import type { IndexHit, IndexQuery, PeopleIndex } from '../store/people-index.ts';
import type { People, Person } from '../store/store.ts';
import { audiencesOf, planOf, shownText } from './person-words.ts';
import { type Wanted, wantedWords, wordsOf } from './words.ts';

export interface PeopleSearchDeps {
  readonly people: Pick<People, 'byId'>;
  readonly index: PeopleIndex;
  configuration(): Promise<Configuration>;
}

export interface PeopleSearch {
  /** People by what the actor may see of them, whole words before beginnings of words, each by name; without words all by name. */
  find(actor: Actor, query: PeopleQuery, language: Language): Promise<FoundPeople>;
}

const usualLimit = 20;

/** As many hits are sorted by name; of a search that finds more, people come by name a thousand at a time. */
const block = 1000;

interface Place {
  readonly match: IndexQuery['match'];
  readonly after: number;
  readonly skip: number;
}

export function createPeopleSearch({ people, index, configuration }: PeopleSearchDeps): PeopleSearch {
  return {
    async find(actor, { q, limit = usualLimit, cursor }, language) {
      const current = await configuration();
      const wanted = wantedWords(q);
      const { plan, isComplete } = await index.state();
      // Words that were taken by other fields than today's may be such as the actor may not see any more.
      const audiences = isComplete && plan === planOf(current) ? audiencesOf(actor) : [];
      const isListed = q.trim() === '';
      if (cursor !== undefined && isListed !== cursor.startsWith('n')) throw foreignCursor();
      const { hits, next } = isListed ? await list(cursor, limit) : await search({ wanted, audiences }, cursor, limit);
      const found = await Promise.all(hits.map(({ personId }) => people.byId(personId)));
      return {
        people: found.flatMap((person) =>
          person?.hiddenAt === null ? [show(person, wanted, actor, current, language)] : [],
        ),
        ...(next !== undefined && { next }),
      };
    },
  };

  /** Everybody, by name. */
  async function list(cursor: string | undefined, limit: number) {
    const hits = await index.list(readName(cursor), limit + 1);
    const last = hits[limit - 1];
    return { hits: hits.slice(0, limit), next: hits.length > limit && last ? writeName(last) : undefined };
  }

  async function search(query: Pick<IndexQuery, 'wanted' | 'audiences'>, cursor: string | undefined, limit: number) {
    const hits = await read(query, readCursor(cursor), limit + 1);
    const next = hits[limit];
    return { hits: hits.slice(0, limit), next: next && writeCursor(next.place) };
  }

  async function read(query: Pick<IndexQuery, 'wanted' | 'audiences'>, from: Place, most: number) {
    const hits: (IndexHit & { readonly place: Place })[] = [];
    for (let place: Place | undefined = from; place && hits.length < most; ) {
      const { match, after, skip }: Place = place;
      const found = await index.find({ ...query, match, after, most: block });
      const sorted = found.toSorted(byName);
      hits.push(...sorted.map((hit, at) => ({ ...hit, place: { match, after, skip: at } })).slice(skip));
      place = following(match, found);
    }
    return hits.slice(0, most);
  }
}

function following(match: Place['match'], found: readonly IndexHit[]): Place | undefined {
  const last = found.at(-1);
  if (last && found.length === block) return { match, after: last.position, skip: 0 };
  return match === 'whole' ? { match: 'begun', after: 0, skip: 0 } : undefined;
}

const byName = (one: IndexHit, other: IndexHit) =>
  one.sortName < other.sortName ? -1 : Number(one.sortName > other.sortName) || one.position - other.position;

type Name = Pick<IndexHit, 'sortName' | 'position'>;

const writeName = ({ sortName, position }: Name) =>
  ['n', Buffer.from(sortName).toString('base64url'), position].join('.');

function readName(cursor = 'n..0'): Name {
  const [, name = '', position] = cursor.split('.');
  return { sortName: Buffer.from(name, 'base64url').toString(), position: Number(position) };
}

function foreignCursor(): Problem {
  const detail = 'cursor: is of another search.';
  return new Problem('malformed', detail, { field: 'cursor', rule: 'invalid_format' });
}

function writeCursor({ match, after, skip }: Place): string {
  return [match === 'whole' ? 'w' : 'b', after, skip].join('.');
}

function readCursor(cursor = 'w.0.0'): Place {
  const [match, after, skip] = cursor.split('.');
  return { match: match === 'w' ? 'whole' : 'begun', after: Number(after), skip: Number(skip) };
}

function show(
  person: Person,
  wanted: Wanted,
  actor: Actor,
  configuration: Configuration,
  language: Language,
): FoundPerson {
  const { id, username, displayName, directory } = person;
  const surroundings = surroundingsOf(configuration, person);
  const directoryName = configuration.directories.find(({ key }) => key === directory)?.name;
  const visible = configuration.fields.filter((field) => isVisible(field, actor, id));
  const titleField = visible.find(({ source }) => 'attribute' in source && source.attribute.toLowerCase() === 'title');
  const title = titleField && shownText(titleField, person, surroundings);
  const unexplained = wanted.filter((ways) => !isAmong(wordsOf(`${displayName} ${username}`), ways));
  const matched = visible.find((field) => {
    const words = unexplained.length > 0 ? wordsOf(shownText(field, person, surroundings)) : [];
    return unexplained.some((ways) => isAmong(words, ways));
  });
  return {
    id,
    username,
    displayName,
    directory,
    ...(directoryName && { directoryName }),
    ...(title && { title }),
    ...(matched && {
      match: {
        label: matched.label ? textIn(language, matched.label) : matched.key,
        value: shownText(matched, person, surroundings),
      },
    }),
  };
}

/** Whether one of the spellings is there, whole or begun. */
function isAmong(words: readonly string[], ways: Wanted[number]): boolean {
  return ways.some((way) => way.every((wanted) => words.some((word) => word.startsWith(wanted))));
}
