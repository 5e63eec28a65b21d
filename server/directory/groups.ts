import { ResultError } from './connection-errors.ts';
import type { Entry } from './gateway.ts';
import type { Session } from './people.ts';

const [noSuchObject, noAttributes] = [32, '1.1'];

/** Which of the groups have the entry as a member; a group that is not there has none. */
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
      if (error instanceof ResultError && error.code === noSuchObject) return false;
      throw error;
    }
  };
  const memberships = await Promise.all(groups.map(isMember));
  return groups.filter((_, index) => memberships[index]);
}
