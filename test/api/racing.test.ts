import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyHistory } from '#server/history/verify-history.ts';
import type { Profile, Saved } from '#shared/contract/profile.ts';
import { openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

let company: Awaited<ReturnType<typeof openLDAPCompany>>;
let api: API;
beforeAll(async () => {
  company = await openLDAPCompany();
  api = await startAPI({ companies: { hq: company } });
  await api.addLocalAdmin('root', 'fake-password-of-root');
});
afterAll(async () => {
  await api?.stop();
  await company?.stop();
});

test('W4, W8 fifty racing saves of one field by two people in four windows: nothing is overwritten, the history has no gap', async () => {
  const username = await company.add({ title: 'start' });
  const own = await api.signIn(username, company.password);
  const root = await api.signIn('root', 'fake-password-of-root');
  const { id } = (await api.show(own, false)).person;
  const windows = [own, own, root, root].map((token) => ({
    token,
    path: `/api/${token === own ? 'me' : `people/${id}`}/profile`,
  }));
  const told: string[] = [];
  let begun = 0;

  await Promise.all(
    windows.map(async ({ token, path }, window) => {
      while (begun < 50) {
        const save = begun++;
        const { body: seen } = await api.call<Profile>('GET', `${path}?refresh=1`, { token });
        const to = `by ${window} at ${save}`;
        const changes = { title: { from: fieldOf(seen, 'title').value, to } };
        const body = { changes, revision: seen.revision, reason: 'race' };
        const { body: saved } = await api.call<Saved>('PATCH', path, { token, body });
        told.push(`${saved.outcomes.title?.status} ${to}`);
      }
    }),
  );

  const saved = told.filter((each) => each.startsWith('saved ')).map((each) => each.slice('saved '.length));
  expect(told).toHaveLength(50);
  expect(told.every((each) => /^(?:saved|conflict) /u.test(each))).toBe(true);
  const changes = (await api.store.history.list({ personId: id, limit: 100 })).toReversed();
  expect(changes.map(({ to }) => to).sort()).toEqual(saved.toSorted());
  expect(['start', ...changes.slice(0, -1).map(({ to }) => to)]).toEqual(changes.map(({ from }) => from));
  expect(await company.values(username, 'title')).toEqual([changes.at(-1)?.to]);
  expect((await verifyHistory(api.store.history)).faults).toEqual([]);
});
