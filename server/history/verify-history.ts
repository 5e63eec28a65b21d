import type { HistoryLink, HistoryMark } from '../store/history.ts';
import { digestOf, linkOf } from '../store/history-chain.ts';

/** What is wrong with the chain, and where. */
export interface HistoryFault {
  readonly id: number;
  readonly fault: 'edited' | 'removed' | 'erasedByHand' | 'endIsMissing';
}

export interface VerifiedHistory {
  readonly changes: number;
  readonly faults: readonly HistoryFault[];
}

export interface HistoryChain {
  links(after: number, limit: number): Promise<readonly HistoryLink[]>;
  lastId(): Promise<number>;
}

const pageSize = 1000;

/** Goes through the whole chain: rows that were edited, removed or emptied by hand are found; erasure and retention left their marks. */
export async function verifyHistory({ links, lastId }: HistoryChain): Promise<VerifiedHistory> {
  const faults: HistoryFault[] = [];
  const emptied = new Set<number>();
  const erased = new Set<number>();
  let trimmed: Extract<HistoryMark, { kind: 'trimmed' }> | undefined;
  let first: { readonly id: number; readonly claimed: HistoryLink } | undefined;
  let [last, link, changes] = [0, '', 0];

  const expectedLast = await lastId();
  for (let page = await links(0, pageSize); page.length > 0; page = await links(last, pageSize)) {
    for (const row of page) {
      changes += 1;
      if (!first && row.id > 1) first = { id: row.id, claimed: row };
      else if (row.id !== last + 1) faults.push({ id: last + 1, fault: 'removed' });
      else if (row.link !== linkOf(link, row.digest)) faults.push({ id: row.id, fault: 'edited' });
      first ??= { id: row.id, claimed: row };
      if (row.content === null) emptied.add(row.id);
      else if (digestOf(row.id, row.content) !== row.digest) faults.push({ id: row.id, fault: 'edited' });
      else if ('mark' in row.content) {
        const { mark } = row.content;
        if (mark.kind === 'trimmed') trimmed = mark;
        else for (const id of mark.ids) erased.add(id);
      }
      [last, link] = [row.id, row.link];
    }
  }

  if (first && first.id > 1) {
    const isExplained =
      trimmed?.before === first.id && first.claimed.link === linkOf(trimmed.link, first.claimed.digest);
    if (!isExplained) faults.push({ id: first.id - 1, fault: 'removed' });
  }
  for (const id of emptied) if (!erased.has(id)) faults.push({ id, fault: 'erasedByHand' });
  if (expectedLast > last) faults.push({ id: expectedLast, fault: 'endIsMissing' });
  return { changes, faults };
}
