import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { Duplicate } from '#shared/contract/sync.ts';
import type { Sweeps } from '../store/sync.ts';

/** Names that several enabled directories have; the person of the first of them wins (D2). */
export async function listDuplicates(
  sweeps: Sweeps,
  directories: readonly DirectoryDefinition[],
): Promise<Duplicate[]> {
  const order = directories.filter(({ enabled }) => enabled).map(({ key }) => key);
  const people = await sweeps.duplicates(order);
  const byName = Map.groupBy(people, ({ username }) => username.toLowerCase());
  return [...byName.values()].map((namesakes) => {
    const sorted = namesakes.toSorted(
      (one, other) => order.indexOf(one.directory ?? '') - order.indexOf(other.directory ?? ''),
    );
    return {
      username: sorted[0]?.username ?? '',
      people: sorted.map(({ id, username, displayName, directory }, index) => ({
        id,
        username,
        displayName,
        directory: directory ?? '',
        wins: index === 0,
      })),
    };
  });
}
