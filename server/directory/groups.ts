import { attributeIn } from './answer.ts';
import type { Connection } from './connection.ts';
import { ResultError } from './connection-errors.ts';
import type { Member } from './dialects/dialect.ts';
import { foldedDN } from './dn.ts';
import { anyOf, isPresent } from './filter.ts';
import type { Entry } from './gateway.ts';
import type { Session } from './people.ts';
import { resultCode } from './result-code.ts';

const noAttributes = '1.1';

/** What is answered for a group that is not there, and for one that another directory may have. */
const notHere: readonly number[] = [resultCode.noSuchObject, resultCode.referral];

/** Groups within groups: so deep and so many that no company misses one, and rings and floods of them end. */
const deepest = 10;
const most = 500;

/**
 * Which of the groups have the entry as a member, itself or by groups within groups; those of other directories are
 * listed beside them and have none.
 */
export async function groupsOf(session: Session, entry: Entry, groups: readonly string[]): Promise<string[]> {
  const held = new Set<string>();
  const known = new Set<string>([foldedDN(entry.dn)]);
  let members: Member[] = [entry];
  for (let depth = 0; members.length > 0 && depth < deepest; depth++) {
    const missing = groups.filter((group) => !held.has(group));
    const isMember = await Promise.all(missing.map((group) => hasOneOf(session, group, members)));
    for (const [index, group] of missing.entries()) if (isMember[index]) held.add(group);
    if (held.size === groups.length || session.facts.dialect.nestsGroups) break;
    const parents = [...(depth === 0 ? await memberOf(session, entry) : []), ...(await groupsWith(session, members))];
    for (const group of groups) if (parents.some((dn) => foldedDN(dn) === foldedDN(group))) held.add(group);
    members = [];
    for (const dn of parents) {
      if (known.has(foldedDN(dn)) || known.size > most) continue;
      known.add(foldedDN(dn));
      members.push({ dn, username: '' });
    }
  }
  return groups.filter((group) => held.has(group));
}

async function hasOneOf({ connection, facts }: Session, group: string, members: readonly Member[]): Promise<boolean> {
  const filter = anyOf(...members.map((member) => facts.dialect.hasMember(member)));
  const entries = await entriesOf(connection, { base: group, scope: 'base', filter, attributes: [noAttributes] });
  return entries.length > 0;
}

async function groupsWith({ connection, facts }: Session, members: readonly Member[]): Promise<string[]> {
  const filter = anyOf(...members.map((member) => facts.dialect.hasMember(member)));
  const entries = await entriesOf(connection, { base: facts.root, scope: 'sub', filter, attributes: [noAttributes] });
  return entries.map(({ dn }) => dn);
}

/** What the entry itself says (an overlay keeps it, also for groups whose members are found by a filter). */
async function memberOf({ connection }: Session, { dn }: Entry): Promise<string[]> {
  const filter = isPresent('objectClass');
  const [found] = await entriesOf(connection, { base: dn, scope: 'base', filter, attributes: ['memberOf'] });
  const { values = [] } = attributeIn(found?.attributes ?? [], 'memberOf') ?? {};
  return values.map((value) => value.toString());
}

async function entriesOf(connection: Connection, search: Parameters<Connection['search']>[0]) {
  try {
    return (await connection.search(search)).entries;
  } catch (error) {
    if (error instanceof ResultError && notHere.includes(error.code)) return [];
    throw error;
  }
}
