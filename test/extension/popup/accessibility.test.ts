import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListedSession } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { axeFaults } from '../axe-faults.ts';
import { startPage } from '../page-in-browser.ts';

const server = 'https://nameplate.example.com';
const jane = { id: 'p1', username: 'jane', displayName: 'Anna-Katharina von Donau', directory: 'hq', role: 'employee' };
const failed = (problem: object) => ({
  ok: false,
  problem: { type: 'about:blank', title: '', status: 401, kind: 'unauthenticated', detail: 'It failed.', ...problem },
});
const session: ListedSession = {
  id: 's1',
  client: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  openedAt: '2026-03-04T08:00:00.000Z',
  seenAt: '2026-03-04T09:00:00.000Z',
  expiresAt: '2026-03-04T20:00:00.000Z',
  current: true,
};

interface State {
  readonly status?: object;
  readonly answers?: Readonly<Record<string, unknown>>;
  /** What is there once the state is. */
  readonly shows: string;
  enter?(page: Page): Promise<unknown>;
}
const submit = (page: Page) => page.locator('button[type=submit]').click();
const states: Readonly<Record<string, State>> = {
  'the server is asked for': { status: { server: undefined }, shows: '#server' },
  'no Nameplate answers at that address': {
    status: { server: undefined },
    answers: { connect: failed({ kind: 'unavailable', detail: 'Nobody answers at this address.' }) },
    shows: '#server-error:not(:empty)',
    async enter(page) {
      await page.locator('#server').fill('nameplate.example.com');
      await submit(page);
    },
  },
  'one signs in by password': { shows: '#username' },
  'the password was wrong, and is shown': {
    answers: { signIn: failed({}) },
    shows: '#sign-in-error:not(:empty)',
    async enter(page) {
      await page.locator('#username').fill('jane');
      await page.locator('#password').fill('fake-password');
      await page.locator('.icon-button').click();
      await submit(page);
    },
  },
  'one signs in with the company, or with a local account': {
    answers: {
      readSignInWays: { ok: true, value: [{ kind: 'openid' }, { kind: 'header' }, { kind: 'localPassword' }] },
      signInBy: failed({ rule: 'openidDenied', kind: 'unavailable' }),
    },
    shows: '#company-error:not(:empty)',
    async enter(page) {
      await page.locator('.ways button').first().click();
      await page.locator('summary').click();
      await page.locator('#username').waitFor();
    },
  },
  'an employee is signed in': { status: { user: jane }, shows: '.person' },
  'the launcher may be allowed on the site': {
    status: { user: jane, serverIsFixed: false },
    answers: { readSite: { host: 'intranet.example.com', pattern: 'https://intranet.example.com/*', isAllowed: true } },
    shows: '[role=switch][aria-checked=true]',
  },
  'an admin is signed in, and sees where else': {
    status: { user: { ...jane, role: 'systemAdmin' } },
    answers: { readSessions: { ok: true, value: [session, { ...session, id: 's2', current: false }] } },
    shows: '.sessions li',
    enter: (page) => page.locator('.sessions summary').click(),
  },
};

let popup: Awaited<ReturnType<typeof startPage>>;
let page: Page;
let answers: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  popup = await startPage('popup', { callBackground: (name) => answers[name] });
  page = popup.page;
});
afterAll(() => popup?.stop());

async function open(state: State, language: Language, { width = 360, dark = false, rtl = false } = {}): Promise<void> {
  answers = {
    getStatus: { server, serverIsFixed: true, language, ...state.status },
    readSignInWays: { ok: true, value: [{ kind: 'password' }] },
    ...state.answers,
  };
  await popup.open('', { width, height: 600, dark, rtl });
  await page.locator('h1').waitFor();
  await state.enter?.(page);
  await page.locator(state.shows).first().waitFor();
}
const faults = () => axeFaults(page, 'html, main, section, form, .person, .sessions');

describe.each(Object.entries(states))('P8: the popup has no accessibility fault when %s', (_, state) => {
  test('in English, light', async () => {
    await open(state, 'en');
    expect(await faults()).toEqual([]);
  });

  test('in German, dark, right to left, and 320 px wide, where nothing scrolls sideways', async () => {
    await open(state, 'de', { width: 320, dark: true, rtl: true });
    expect(await faults()).toEqual([]);
    await page.screenshot({ path: `/tmp/gaps-popup-${Object.values(states).indexOf(state)}.png` });
  });
});

test('P5 a connection that the question for permission interrupted is resumed without asking again', async () => {
  const called: string[] = [];
  answers = {
    getStatus: { serverIsFixed: false, language: 'en' },
    takeUnfinishedAddress: server,
    get resume() {
      called.push('resume');
      return failed({ detail: 'Nobody answers.', kind: 'unavailable', status: 503 });
    },
    get connect() {
      called.push('connect');
      return undefined;
    },
  };
  await popup.open('', { width: 360, height: 600 });
  await page.locator('#server-error:not(:empty)').waitFor();
  expect(await page.getByRole('button', { name: 'Connect', exact: true }).count()).toBe(1);
  expect(called).toEqual(['resume']);
});
