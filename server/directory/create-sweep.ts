import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { formatTimestamp, parseTimestamp } from '#shared/timestamp-pattern.ts';
import { findsItself, reportTimestamps, sampleEntry } from './canary.ts';
import { deletedSince } from './deleted.ts';
import { decodedAttributes, type EntryShape, sweptAttributes } from './entry.ts';
import { allOf, anyOf, atLeast, equals } from './filter.ts';
import type { Attributes } from './gateway.ts';
import { findLastChange, isStillThere } from './last-change.ts';
import { notAhead, type Position, readPosition } from './marks.ts';
import { searchByPages } from './paged-search.ts';
import { type Session, shapeOf } from './people.ts';
import { changesSince } from './select.ts';
import type { Mark, Selection, Since, Sweep, SweptEntry, SweptPage, UnreadableEntry, Wanted } from './sweep.ts';
import { createSweptEntries } from './swept-entries.ts';

/** Timestamps are of seconds, and clocks are put right: so much is read again (LDAP.md 1.2). */
const overlapMilliseconds = 10 * 60_000;
const idsAtOnce = 100;

/** Where people are looked for, and what is sent for it. */
type Selected = Selection & { readonly sent: Session['facts']['userFilter'] };

/** Begins a sweep on a bound connection: where the directory stands is read before anything else. */
export async function createSweep(session: Session, definition: DirectoryDefinition): Promise<Sweep> {
  const { connection, facts } = session;
  const { dialect, bases, userFilter } = facts;
  const start = performance.now();
  // What a clock that once ran ahead has stamped tells nothing of where the directory stands.
  const latest = formatTimestamp('yyyyMMddHHmmss', new Date(Date.now() + overlapMilliseconds));
  const position = await trusted(session, await readPosition[dialect.markKind](session));
  const readAt = new Date();
  let last = position.mark?.kind === 'contextCSN' ? await findLastChange(session, position.mark) : undefined;
  let latestStamp = '';

  function selected(mode: Selection['mode'], sent: Selected['sent'], because?: 'anotherServer' | 'restored'): Selected {
    const filter = sent.toString();
    return mode === 'full' ? { mode, sent, filter, ...(because && { because }) } : { mode, sent, filter };
  }

  async function selectByTime(at: Date): Promise<Selected> {
    const report = await reportTimestamps(session, definition.timestampPattern);
    if (report.problem) throw report.problem;
    const pattern = report.configuredPattern ?? report.detectedPattern;
    // Nobody is there, so nobody's stamp tells how it is written.
    if (pattern === null) return selected('full', userFilter);
    const changed = atLeast(dialect.modifiedAttribute, formatTimestamp(pattern, at));
    return selected('incremental', allOf(userFilter, changed));
  }

  async function select(since: Since | undefined): Promise<Selected> {
    if (since === undefined) return selected('full', userFilter);
    if ('date' in since) return selectByTime(since.date);
    const { mark } = since;
    if (mark.kind === 'contextCSN' && mark.last) {
      if (!(await isStillThere(session, mark.last))) return selected('full', userFilter, 'restored');
      last ??= mark.last;
    }
    const changes = position.mark && changesSince(mark, position.mark);
    if (changes && 'filter' in changes) return selected('incremental', allOf(userFilter, changes.filter));
    if (changes) return selected('full', userFilter, changes.because);
    if (mark.kind !== 'timestamp') return selected('full', userFilter, 'anotherServer');
    const at = new Date(Date.parse(mark.at) - overlapMilliseconds);
    // No directory stands behind its own mark, nor in the future; of a date that an admin chose that says nothing.
    if ((position.clock ?? new Date()) < at) return selected('full', userFilter, 'restored');
    return selectByTime(at);
  }

  function named(usernames: readonly string[]): Selected {
    const names = usernames.filter((name) => name.isWellFormed()).map((name) => equals(facts.usernameAttribute, name));
    return selected('full', allOf(userFilter, anyOf(...names)));
  }

  function withIds(ids: readonly string[]): Selected {
    return selected('full', allOf(userFilter, isAnyOf(ids)));
  }

  function isAnyOf(ids: readonly string[]) {
    const values = ids.flatMap((id) => dialect.idValue(id) ?? []);
    return anyOf(...values.map((value) => equals(dialect.idAttribute, value)));
  }

  async function* pages(selection: Selection, { attributes, withRevision }: Wanted): AsyncGenerator<SweptPage> {
    const { sent } = selection as Selected;
    const stampAttribute = position.mark ? undefined : dialect.modifiedAttribute;
    const shape = shapeOf(facts, attributes);
    const asked = sweptAttributes(shape, [
      ...(stampAttribute ? [stampAttribute] : []),
      ...(withRevision ? [dialect.changeAttribute] : []),
    ]);
    const swept = createSweptEntries({ shape, directoryName: facts.name, stampAttribute, latest });
    for (const [index, base] of bases.entries()) {
      const search = { base, filter: sent, attributes: asked };
      for await (const page of searchByPages(session, search, definition.pageSize)) {
        const entries: SweptEntry[] = [];
        const unreadable: UnreadableEntry[] = [];
        for (const bytes of page.entries) {
          const taken = swept.take(bytes);
          if ('id' in taken) entries.push(taken);
          else unreadable.push(taken);
        }
        if (swept.latestStamp() > latestStamp) latestStamp = swept.latestStamp();
        yield { entries, unreadable, isLast: page.isLast && index === bases.length - 1 };
      }
    }
  }

  async function attributesOf(ids: readonly string[], attributes: readonly string[]) {
    const found = new Map<string, Attributes>();
    const shape: EntryShape = shapeOf(facts, attributes);
    for (let from = 0; from < ids.length; from += idsAtOnce) {
      const filter = isAnyOf(ids.slice(from, from + idsAtOnce));
      for (const base of bases) {
        const asked = [dialect.idAttribute, ...attributes];
        const { entries } = await connection.search({ base, scope: 'sub', filter, attributes: asked });
        for (const entry of entries) {
          const { id, values: read } = decodedAttributes(entry, shape);
          if (id !== undefined) found.set(id, read);
        }
      }
    }
    return found;
  }

  /** Who was newest when the sweep ended was no newer than this when it began: only how long it took is ours. */
  function beganAt(): Date | undefined {
    if (position.clock) return position.clock;
    const latest = parseTimestamp(latestStamp);
    return latest && new Date(Math.floor((latest.getTime() - (performance.now() - start)) / 1000) * 1000);
  }

  function mark(): Mark | undefined {
    if (position.mark?.kind === 'contextCSN') return { ...notAhead(position.mark, readAt), last };
    if (position.mark) return position.mark;
    const at = beganAt();
    return at && { kind: 'timestamp', at: at.toISOString() };
  }

  return {
    definition: JSON.stringify([definition.url, bases, userFilter.toString(), definition.bindDN ?? '']),
    base: bases.join('; '),
    select,
    named,
    withIds,
    timestamps: () => reportTimestamps(session, definition.timestampPattern),
    pages,
    attributesOf,
    deletedSince: (since) => deletedSince(session, since, definition.pageSize),
    mark,
    beganAt,
  };
}

/** A mark counts only if the account may search by it. */
async function trusted(session: Session, position: Position): Promise<Position> {
  if (!position.mark) return position;
  const { changeAttribute } = session.facts.dialect;
  const sample = await sampleEntry(session, [changeAttribute]);
  if (!sample || (await findsItself(session, sample, changeAttribute))) return position;
  return { ...position, mark: undefined };
}
