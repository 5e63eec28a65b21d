import { expect, test } from 'vitest';
import type { Account } from '../../../extension/background/account.ts';
import { createOwnProfile } from '../../../extension/background/own-profile.ts';
import { createPeople } from '../../../extension/background/people.ts';
import { aField, aProfile } from '../editor/profiles.ts';

const newer = aProfile([
  aField({ key: 'phone', type: 'phone', settings: {} }),
  aField({ key: 'sign', type: 'constellation' }),
  aField({ key: 'room', type: 'text', settings: { validation: { shape: 'round' } } }),
  aField({ key: 'site', type: 'select', settings: {} }),
]);

function over(value: unknown) {
  return createOwnProfile({ call: async () => ({ ok: true, value }) } as unknown as Account);
}

test('a type, and a type with settings, that only a newer server has are shown as of an unknown type', async () => {
  const types = ['phone', 'unknown', 'unknown', 'unknown'];
  const loaded = await over(newer).load();
  expect(loaded.ok && loaded.value.fields.map(({ type }) => type)).toEqual(types);
  const saved = await over({ outcomes: {}, profile: newer }).save({
    personId: 'p1',
    changes: { changes: { phone: { from: null, to: '+49 1' } } },
  });
  expect(saved.ok && saved.value.profile.fields.map(({ type }) => type)).toEqual(types);
});

test('a problem passes as it came', async () => {
  const problem = { ok: false, problem: { kind: 'unavailable' } };
  const profile = createOwnProfile({ call: async () => problem } as unknown as Account);
  expect(await profile.load()).toBe(problem);
  expect(await profile.save({ personId: 'p1', changes: { changes: {} } })).toBe(problem);
});

test('W6 while the directory is away helpdesk, too, sees what was read last', async () => {
  const problem = { kind: 'unavailable' };
  const call = async (_: unknown, { query }: { query: { refresh?: '1' } }) =>
    query.refresh ? { ok: false, problem } : { ok: true, value: newer };
  const people = createPeople({ call } as unknown as Account);
  expect(await people.load('p1')).toMatchObject({ ok: true, outage: problem, value: { revision: newer.revision } });
});
