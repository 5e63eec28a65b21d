import { expect, test } from 'vitest';
import type { Account } from '../../../extension/background/account.ts';
import { createAttention } from '../../../extension/background/attention.ts';
import { inMemory } from './in-memory.ts';

test('W6 that the server is away does not mean that nothing needs a decision, of the same person', async () => {
  let answer: object = { ok: true, value: { edits: [{ state: 'conflict' }], notApproved: 0, toDecide: 2 } };
  let userId = 'p1';
  const badges: string[] = [];
  const attention = createAttention({
    account: {
      status: async () => ({ user: { id: userId }, language: 'en' }),
      call: async () => answer,
    } as unknown as Account,
    stored: inMemory(),
    setBadge: async (text) => void badges.push(text),
    now: () => 0,
  });
  expect(await attention.toDecide()).toBe(2);
  answer = { ok: false, problem: { kind: 'unavailable' } };
  expect(await attention.toDecide()).toBe(2);
  expect(await attention.label()).not.toBe('');
  expect(badges).toEqual(['3', '3']);
  userId = 'p2';
  expect(await attention.toDecide()).toBe(0);
});
