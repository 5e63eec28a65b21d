import { formatTimestamp, parseTimestamp } from '#shared/timestamp-pattern.ts';
import { attributeIn, type RawEntry } from './answer.ts';
import { ResultError } from './connection-errors.ts';
import { foldedDN, isWithin } from './dn.ts';
import { isPresent } from './filter.ts';
import type { Session } from './people.ts';
import { resultCode } from './result-code.ts';
import type { ContextCSN, Mark } from './sweep.ts';

/** Where a directory stands at this moment: its mark and its clock, as far as it lets the account read them. */
export interface Position {
  readonly mark: Mark | undefined;
  readonly clock: Date | undefined;
}

/** What is answered where there is no such thing, or none for this account. */
const notForUs: readonly number[] = [
  resultCode.noSuchObject,
  resultCode.insufficientAccessRights,
  resultCode.referral,
  resultCode.undefinedAttributeType,
  resultCode.invalidDNSyntax,
];

export const readPosition = { contextCSN: readContextCSN, uSNChanged: readUSN };

/** The largest change of each server, from the top entries of the databases that hold the bases. */
async function readContextCSN(session: Session): Promise<Position> {
  const root = await readBase(session, '', ['namingContexts']);
  const { bases } = session.facts;
  const contexts = textsOf(root, 'namingContexts').filter((context) => bases.some((base) => isWithin(base, context)));
  const csns: Record<string, string> = {};
  for (const context of contexts) {
    const found = textsOf(await readBase(session, context, ['contextCSN']), 'contextCSN');
    // Of a database that tells no mark changes would be missed.
    if (found.length === 0) return { mark: undefined, clock: undefined };
    for (const csn of found) csns[`${foldedDN(context)}#${csn.split('#')[2]}`] = csn;
  }
  const latest = Object.values(csns).toSorted().at(-1);
  if (latest === undefined) return { mark: undefined, clock: undefined };
  return { mark: { kind: 'contextCSN', csns }, clock: timeOfCSN(latest) };
}

/** https://learn.microsoft.com/en-us/windows/win32/ad/polling-for-changes-using-usnchanged */
async function readUSN(session: Session): Promise<Position> {
  const root = await readBase(session, '', ['highestCommittedUSN', 'dsServiceName', 'dnsHostName', 'currentTime']);
  const [usn] = textsOf(root, 'highestCommittedUSN');
  const [service] = textsOf(root, 'dsServiceName');
  const [server = ''] = textsOf(root, 'dnsHostName');
  const [time = ''] = textsOf(root, 'currentTime');
  const clock = parseTimestamp(time);
  const settings = service === undefined ? undefined : await readBase(session, service, ['invocationId']);
  const invocationId = firstValueOf(settings, 'invocationId')?.toString('hex');
  if (usn === undefined || !/^\d+$/u.test(usn) || invocationId === undefined) return { mark: undefined, clock };
  return { mark: { kind: 'uSNChanged', usn, invocationId, server }, clock };
}

/** What a clock that ran ahead has stamped counts as of now: once the clock is put right, changes get lesser numbers. */
export function notAhead(mark: ContextCSN, now: Date): ContextCSN {
  const time = formatTimestamp('yyyyMMddHHmmss.SSSSSSZ', now);
  const csns = Object.entries(mark.csns).map(([server, csn]) => {
    const [, ...rest] = csn.split('#');
    return [server, csn > time ? [time, ...rest].join('#') : csn] as const;
  });
  return { ...mark, csns: Object.fromEntries(csns) };
}

export async function readBase(
  { connection }: Session,
  base: string,
  attributes: readonly string[],
): Promise<RawEntry | undefined> {
  try {
    const { entries } = await connection.search({ base, scope: 'base', filter: isPresent('objectClass'), attributes });
    return entries[0];
  } catch (error) {
    if (error instanceof ResultError && notForUs.includes(error.code)) return undefined;
    throw error;
  }
}

export function textsOf(entry: RawEntry | undefined, attribute: string): string[] {
  return attributeIn(entry?.attributes ?? [], attribute)?.values.map((value) => value.toString()) ?? [];
}

export function firstValueOf(entry: RawEntry | undefined, attribute: string): Buffer | undefined {
  return attributeIn(entry?.attributes ?? [], attribute)?.values[0];
}

/** `20261123233541.152841Z#000000#000#000000` */
function timeOfCSN(csn: string): Date | undefined {
  return parseTimestamp(csn.split('#')[0] ?? '');
}
