import type { HistoryLink } from '../store/history.ts';
import { digestOf, linkOf } from '../store/history-chain.ts';

/** What somebody did to lines of the chain past Nameplate: to those from the first to the last of these ids. */
export interface HistoryFault {
  readonly first: number;
  readonly last: number;
  /** `emptied`: the content is gone without the mark that an erasure leaves. */
  readonly fault: 'edited' | 'removed' | 'emptied';
}

export interface VerifiedHistory {
  readonly lines: number;
  /** In the order of the chain. */
  readonly faults: readonly HistoryFault[];
}

export interface HistoryChain {
  links(after: number, limit: number): Promise<readonly HistoryLink[]>;
  lastId(): Promise<number>;
}

const pageSize = 1000;

/** Goes through the whole chain: rows that were edited, removed or emptied by hand are found; erasure and retention left their marks. */
export async function verifyHistory(
  { links, lastId }: HistoryChain,
  /** So that others have their turn in a long chain. */
  betweenPages: () => Promise<unknown> = async () => {},
): Promise<VerifiedHistory> {
  const edited: number[] = [];
  const emptied: number[] = [];
  const erased = new Set<number>();
  const gaps: { readonly first: number; readonly next: HistoryLink }[] = [];
  const trims: { readonly before: number; readonly link: string }[] = [];
  // What the next line may build on: where one was edited, its link as it stands or as it should be.
  let linksBefore = [''];
  let [last, lines] = [0, 0];

  const expectedLast = await lastId();
  for (let page = await links(0, pageSize); page.length > 0; page = await links(last, pageSize)) {
    for (const row of page) {
      const { id, digest, link, content } = row;
      const isGap = id !== last + 1;
      const madeLinks = linksBefore.map((before) => linkOf(before, digest));
      const isLinked = isGap || madeLinks.includes(link);
      if (isGap) gaps.push({ first: last + 1, next: row });
      if (!isLinked || (content && digestOf(id, content) !== digest)) edited.push(id);
      if (!content) emptied.push(id);
      else if ('mark' in content) {
        const { mark } = content;
        if (mark.kind === 'trimmed') trims.push(mark);
        else for (const each of mark.ids) erased.add(each);
      }
      linksBefore = isLinked ? [link] : [link, ...madeLinks];
      last = id;
      lines += 1;
    }
    await betweenPages();
  }

  const isTrimmed = ({ next }: (typeof gaps)[number]) =>
    trims.some(({ before, link }) => before === next.id && next.link === linkOf(link, next.digest));
  const removed = gaps.filter((gap) => !isTrimmed(gap)).map(({ first, next }) => ({ first, last: next.id - 1 }));
  if (expectedLast > last) removed.push({ first: last + 1, last: expectedLast });
  const faults = [
    ...removed.map((range): HistoryFault => ({ ...range, fault: 'removed' })),
    ...rangesOf(edited).map((range): HistoryFault => ({ ...range, fault: 'edited' })),
    ...rangesOf(emptied.filter((id) => !erased.has(id))).map((range): HistoryFault => ({ ...range, fault: 'emptied' })),
  ];
  return { lines, faults: faults.sort((one, other) => one.first - other.first) };
}

function rangesOf(ids: readonly number[]): { first: number; last: number }[] {
  const ranges: { first: number; last: number }[] = [];
  for (const id of ids) {
    const range = ranges.at(-1);
    if (range?.last === id - 1) range.last = id;
    else ranges.push({ first: id, last: id });
  }
  return ranges;
}
