import { ResultError } from './connection-errors.ts';
import type { Entry } from './gateway.ts';
import type { Session } from './people.ts';
import { resultCode } from './result-code.ts';

const noAttributes = '1.1';

/** What is answered for a group that is not there, and for one that another directory may have. */
const notHere: readonly number[] = [resultCode.noSuchObject, resultCode.referral];

/** Which of the groups have the entry as a member; those of other directories are listed beside them and have none. */
export async function groupsOf(
  { connection, facts }: Session,
  entry: Entry,
  groups: readonly string[],
): Promise<string[]> {
  const filter = facts.dialect.hasMember(entry);
  const isMember = async (group: string): Promise<boolean> => {
    try {
      const found = await connection.search({ base: group, scope: 'base', filter, attributes: [noAttributes] });
      return found.entries.length > 0;
    } catch (error) {
      if (error instanceof ResultError && notHere.includes(error.code)) return false;
      throw error;
    }
  };
  const memberships = await Promise.all(groups.map(isMember));
  return groups.filter((_, index) => memberships[index]);
}
