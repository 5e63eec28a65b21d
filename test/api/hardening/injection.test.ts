import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FoundPeople } from '#shared/contract/people.ts';
import { type Company, openLDAPCompany } from '../company.ts';
import { type API, startAPI } from '../start-api.ts';
import { hostileTexts } from './generated-input.ts';

let company: Company & { readonly slapd: { readonly peopleDN: string } };
let api: API;
let victim: string;
let token: string;
beforeAll(async () => {
  company = await openLDAPCompany();
  // A name of which nothing is part of any of the texts.
  victim = await company.add({ cn: 'Wqzjk', sn: 'Wqzjk', displayName: 'Wqzjk', title: 'Kzqwj' });
  api = await startAPI({ companies: { hq: company } });
  token = await api.signIn(victim, company.password);
  await api.followPeople();
});
afterAll(async () => {
  await api?.stop();
  await company?.stop();
});

const texts = hostileTexts.map((text) => [JSON.stringify(text).slice(0, 60), text] as const);
let calls = 0;
/** Nobody waits for anybody: each call comes from an address of its own. */
const from = () => `127.1.${Math.floor(++calls / 250)}.${calls % 250}`;

describe('X2 nothing is gained by', () => {
  test.each(texts)('signing in as %s, nor with it beside a name', async (_, text) => {
    // Blanks around a name are no other name: the directory says so.
    const names = [text, `${text}${victim}`, `${victim}${text}`].filter((name) => name.trim() !== victim);
    const attempt = async (name: string) =>
      (await api.call('POST', '/api/session', { body: { username: name, password: company.password }, from: from() }))
        .status;
    const statuses = await Promise.all(names.map(attempt));
    expect(statuses.filter((status) => ![400, 401, 429].includes(status))).toEqual([]);
  });

  test.each(texts)('the password %s', async (_, text) => {
    const { status } = await api.call('POST', '/api/session', {
      body: { username: victim, password: text },
      from: from(),
    });
    expect([400, 401, 429]).toContain(status);
  });

  // Blanks alone are no words: everybody is listed then.
  const words = texts.filter(([, text]) => text.trim() !== '');
  test.each(words)('searching for %s: it finds nobody whose words it is not', async (_, text) => {
    const { status, body } = await api.call<FoundPeople>(
      'GET',
      `/api/people?q=${encodeURIComponent(text.toWellFormed())}`,
      { token },
    );
    expect([200, 400]).toContain(status);
    if (status === 200) expect(body.people).toEqual([]);
  });

  test.each(texts)('asking for the person, the session, the change or the picture %s', async (_, text) => {
    const part = encodeURIComponent(text.toWellFormed());
    for (const [method, path] of [
      ['GET', `/api/people/${part}/history`],
      ['GET', `/api/people/${part}/pictures/${part}`],
      ['DELETE', `/api/sessions/${part}`],
      ['POST', `/api/history/${part}/undo`],
      ['DELETE', `/api/outbox/${part}`],
    ] as const) {
      const { status } = await api.call(method, path, { token, ...(method === 'POST' && { body: {} }) });
      expect([path.slice(0, 40), status >= 400 && status < 500]).toEqual([path.slice(0, 40), true]);
    }
    expect((await api.call('GET', '/api/session', { token })).status).toBe(200);
  });

  test.each(texts)('saving %s: it is refused with its rule, or stands in the directory as it is', async (_, text) => {
    const [before = null] = await company.values(victim, 'title');
    const { status, body } = await api.save(token, { title: { from: before, to: text } });
    const after = await company.values(victim, 'title');
    if (status === 200 && body.outcomes.title?.status === 'saved')
      expect(after).toEqual(text.trim() === '' ? [] : [text]);
    else {
      expect(status).toBeLessThan(500);
      expect(after).toEqual(before === null ? [] : [before]);
    }
  });
});
