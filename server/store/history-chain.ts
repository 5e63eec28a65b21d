import { hash } from 'node:crypto';
import type { HistoryContent, NewChange } from './history.ts';

/** Stands for the content of one row, its place in the chain included. */
export function digestOf(id: number, content: HistoryContent): string {
  const { nonce } = content;
  const said = 'mark' in content ? [content.at.getTime(), content.mark] : membersOf(content.change);
  return hash('sha256', JSON.stringify([id, nonce, ...said]), 'base64url');
}

/** Stands for this row and all before it; the first one builds on an empty text. */
export function linkOf(previous: string, digest: string): string {
  return hash('sha256', `${previous} ${digest}`, 'base64url');
}

/** In an order that stays, whatever the members of the object are in. */
function membersOf(change: NewChange): unknown[] {
  const { at, personId, field, actorId, source, reason, from, to, exactFrom, exactTo, undoes, approverId } = change;
  const members = [at.getTime(), personId, field, actorId, source, reason, from, to, exactFrom, exactTo, undoes];
  // Changes that nobody had to approve are digested as they were before there was approval.
  return approverId ? [...members, approverId] : members;
}
