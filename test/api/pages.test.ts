import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#server/store/store.ts';
import { aRecord } from '../conformance/store/a-record.ts';
import { aRun, beginSweep, ended, later, noon } from '../conformance/store/a-sweep.ts';
import { type API, startAPI } from './start-api.ts';

let api: API;
let token: string;
let person: Person;
beforeAll(async () => {
  api = await startAPI();
  await api.addLocalAdmin('root', 'fake-password');
  token = await api.signIn('root', 'fake-password');
  const { people, syncRuns, sweeps } = api.store;
  for (const username of ['a', 'b', 'c']) person = await people.keepEntry(aRecord({ username }), true);
  const { run, since, keep } = await beginSweep(api.store);
  const hide = (await sweeps.unseen('hq', () => false, since)).map(({ number }) => number);
  await keep([], { hide });
  await syncRuns.finish(ended(run));
  for (const more of [aRun(), aRun()]) {
    await syncRuns.begin(more, noon, later);
    await syncRuns.finish(ended(more));
  }
});
afterAll(() => api?.stop());

interface Page {
  readonly runs?: readonly { readonly id: string }[];
  readonly people?: readonly { readonly id: string }[];
  readonly next?: string;
}

const lists = (): readonly string[] => [
  '/api/admin/sync/runs',
  '/api/admin/sync/hidden',
  '/api/admin/history',
  `/api/people/${person.id}/history`,
  '/api/people',
];

describe('a list in pages', () => {
  test.each(['/api/admin/sync/runs', '/api/admin/sync/hidden'])(
    'S7 S6 %s goes on where the page before ended',
    async (path) => {
      const read = async (query: string) => {
        const { status, body } = await api.call<Page>('GET', `${path}?${query}`, { token });
        expect(status).toBe(200);
        return { ids: (body.runs ?? body.people ?? []).map(({ id }) => id), next: body.next };
      };
      const [all, first] = [await read(''), await read('limit=2')];
      expect(new Set(all.ids).size).toBe(3);
      expect(first.ids).toEqual(all.ids.slice(0, 2));
      expect(await read(`limit=2&cursor=${first.next}`)).toEqual({ ids: all.ids.slice(2), next: undefined });
    },
  );

  test.each(['bad', '', '-1', '1.', '1.1.1', '1e3', '9'.repeat(16)])(
    'X1 takes no cursor that it never gave: %j',
    async (cursor) => {
      for (const path of lists()) {
        const { status, body } = await api.call('GET', `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`, {
          token,
        });
        expect([path, status, body.field, body.rule]).toEqual([path, 400, 'cursor', 'invalid_format']);
      }
    },
  );

  test.each(['0', '-1', '1.5', 'x', '201'])(
    'X1 takes no limit but a whole number within its bounds: %s',
    async (limit) => {
      for (const path of lists()) {
        const { status, body } = await api.call('GET', `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`, {
          token,
        });
        expect([path, status, body.field]).toEqual([path, 400, 'limit']);
      }
    },
  );
});
