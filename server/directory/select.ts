import type { Filter } from 'ldapts';
import { atLeast } from './filter.ts';
import type { FullReason, Mark } from './sweep.ts';

/** What to look for beside the user filter, or why changes alone cannot be told. */
export type Changes = { readonly filter: Filter } | { readonly because: FullReason };

/**
 * Entries that changed since a mark of the same kind, by where the directory stands now. The last change itself is read
 * again, which costs nothing and loses none that came at the same moment.
 */
export function changesSince(before: Mark, now: Mark): Changes | undefined {
  if (before.kind === 'contextCSN' && now.kind === 'contextCSN') return changesByCSN(before.csns, now.csns);
  if (before.kind !== 'uSNChanged' || now.kind !== 'uSNChanged') return undefined;
  if (before.invocationId !== now.invocationId || before.server !== now.server) return { because: 'anotherServer' };
  if (BigInt(now.usn) < BigInt(before.usn)) return { because: 'restored' };
  return { filter: atLeast('uSNChanged', String(BigInt(before.usn) + 1n)) };
}

type CSNs = Readonly<Record<string, string>>;

/** Servers that stand where they stood have nothing new, and may have stood there for years. */
function changesByCSN(before: CSNs, now: CSNs): Changes {
  const servers = Object.keys(now);
  if (servers.some((server) => before[server] === undefined)) return { because: 'anotherServer' };
  if (Object.keys(before).some((server) => now[server] === undefined)) return { because: 'anotherServer' };
  if (servers.some((server) => (now[server] ?? '') < (before[server] ?? ''))) return { because: 'restored' };
  const moved = servers.filter((server) => now[server] !== before[server]);
  const from = moved.map((server) => before[server] ?? '').toSorted()[0];
  const latest = Object.values(now).toSorted().at(-1) ?? '';
  return { filter: atLeast('entryCSN', from ?? latest) };
}
