import type { Filter } from 'ldapts';
import { detectPattern, formatTimestamp, isTimestampPattern, parseTimestamp } from '#shared/timestamp-pattern.ts';
import { Problem } from '../problem.ts';
import type { RawEntry } from './answer.ts';
import { pagedResults } from './controls.ts';
import { allOf, atLeast, equals } from './filter.ts';
import { firstValueOf, textsOf } from './marks.ts';
import type { Session } from './people.ts';
import type { TimestampReport } from './sweep.ts';

const longAgo = new Date('1990-01-01T00:00:00Z');
const farAhead = new Date('2099-12-31T00:00:00Z');

/** Any one person's entry with these attributes; undefined when there is nobody. */
export async function sampleEntry(session: Session, attributes: readonly string[]): Promise<RawEntry | undefined> {
  const { connection, facts } = session;
  for (const base of facts.bases) {
    const { entries } = await connection.search({
      base,
      scope: 'sub',
      filter: facts.userFilter,
      attributes: [facts.dialect.idAttribute, ...attributes],
      controls: [pagedResults(1, Buffer.alloc(0))],
    });
    if (entries[0]) return entries[0];
  }
  return undefined;
}

/**
 * A filter that a directory takes amiss is no error: it finds nothing, or everybody (LDAP.md 1.3). So whether an entry
 * is found by its own value is asked before anything is believed.
 */
export async function findsItself(session: Session, sample: RawEntry, attribute: string): Promise<boolean> {
  const [value] = textsOf(sample, attribute);
  return value !== undefined && isFound(session, sample, atLeast(attribute, value));
}

/** How the directory writes timestamps, and whether filters with the pattern find what they should and nothing else. */
export async function reportTimestamps(session: Session, configured: string | null): Promise<TimestampReport> {
  const { modifiedAttribute: attribute } = session.facts.dialect;
  const sample = await sampleEntry(session, [attribute]);
  const value = textsOf(sample, attribute)[0] ?? null;
  const detectedPattern = value === null ? null : (detectPattern(value) ?? null);
  const pattern = configured ?? detectedPattern;
  const report = { attribute, sample: value, detectedPattern, configuredPattern: configured };
  const misfit = pattern === null ? noPattern(session, value) : await test(session, sample, value, pattern);
  return { ...report, problem: misfit };
}

async function test(session: Session, sample: RawEntry | undefined, value: string | null, pattern: string) {
  if (!isTimestampPattern(pattern)) {
    return wrongPattern(session, pattern, 'does not hold each of yyyy, MM, dd, HH, mm and ss once');
  }
  const at = value === null ? undefined : parseTimestamp(value);
  if (!sample || !at) return undefined;
  const finds = (date: Date) =>
    isFound(session, sample, atLeast(session.facts.dialect.modifiedAttribute, formatTimestamp(pattern, date)));
  const [own, past, future] = [await finds(at), await finds(longAgo), await finds(farAhead)];
  if (own && past && !future) return undefined;
  const isEverything = own && past;
  return wrongPattern(
    session,
    pattern,
    isEverything ? 'finds everybody, whatever the date' : 'finds nobody, whatever the date',
  );
}

async function isFound({ connection, facts }: Session, sample: RawEntry, filter: Filter): Promise<boolean> {
  const { idAttribute } = facts.dialect;
  const id = firstValueOf(sample, idAttribute);
  if (!id) return false;
  for (const base of facts.bases) {
    const { entries } = await connection.search({
      base,
      scope: 'sub',
      filter: allOf(equals(idAttribute, id), filter),
      attributes: ['1.1'],
    });
    if (entries.length > 0) return true;
  }
  return false;
}

function wrongPattern({ facts }: Session, pattern: string, fault: string): Problem {
  return new Problem(
    'internal',
    `The timestamp pattern ${pattern} does not fit the directory "${facts.name}": it ${fault}. Correct timestampPattern, or leave it out to have it detected.`,
    { rule: 'timestampPattern', params: { pattern } },
  );
}

function noPattern({ facts }: Session, value: string | null): Problem | undefined {
  if (value === null) return undefined;
  return new Problem(
    'internal',
    `The directory "${facts.name}" writes ${facts.dialect.modifiedAttribute} in a way that was not recognised. Give its timestampPattern.`,
    { rule: 'timestampUnknown' },
  );
}
