import { expect, test } from 'vitest';
import { createHistoryView } from '#server/history/history-view.ts';
import type { HistoryQuery, RecordedChange } from '#server/store/history.ts';

const at = new Date('2026-05-20T09:00:00Z');
const aChange = (id: number): RecordedChange => ({
  ...{ id, at, personId: 'p1', field: 'title', actorId: null, source: 'directory', reason: null, undoes: null },
  ...{ from: 'a', to: 'b', exactFrom: null, exactTo: null },
});

/** A history with so many changes of one person. */
function aView(length: number) {
  return createHistoryView({
    history: {
      list: async ({ before = length + 1, limit }: HistoryQuery) =>
        Array.from({ length: Math.min(limit, before - 1) }, (_, index) => aChange(before - 1 - index)),
    } as never,
    people: { byId: async () => undefined },
    configuration: async () => ({ fields: [] }) as never,
  });
}
const admin = { personId: 'root', role: 'admin' } as const;

test('W8 a file has all changes that were chosen, or is refused: never a part of them', async () => {
  const lines = (await aView(100_000).asCSV(admin, {}, 'en')).split('\r\n');
  expect(lines).toHaveLength(100_000 + 2);
  await expect(aView(100_001).asCSV(admin, {}, 'en')).rejects.toMatchObject({
    fault: { rule: 'tooManyChanges', detail: expect.stringContaining('100,000') },
  });
});
