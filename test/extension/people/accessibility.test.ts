import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FoundPerson } from '#shared/contract/people.ts';
import type { Profile } from '#shared/contract/profile.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { aPicture } from '#test/pictures/draw-picture.ts';
import { axeFaults } from '../axe-faults.ts';
import { aHistory } from '../editor/histories.ts';
import { aField, aProfile, jürgen } from '../editor/profiles.ts';
import { withEdits } from '../editor/states.ts';
import { startPage } from '../page-in-browser.ts';
import { aProposal } from './a-proposal.ts';

const nobody = { server: 'https://nameplate.example.com', serverIsFixed: true, user: undefined };
const agent = { id: 'desk', username: 'desk', displayName: 'Help Desk', directory: 'hq', role: 'helpdesk' };
const aPerson = (n: number): FoundPerson => ({
  id: `p${n}`,
  username: `user${n}`,
  displayName: ['Jürgen Groß', 'Anna-Katharina von Donaudampfschifffahrtsgesellschaft', 'محمد بن علي'][n % 3] ?? '',
  directory: 'hq',
  directoryName: 'Headquarters',
  title: 'Head of Office',
  match: { label: 'Phone', value: '+49 611 1234567' },
});
const found = { people: Array.from({ length: 20 }, (_, n) => aPerson(n)), next: 'b.0.20' };
const profile = aProfile([
  aField({ key: 'title', label: 'Title', value: 'Clerk' }),
  aField({ key: 'name', label: 'Name', value: 'Jürgen Groß', editable: false, reason: 'directoryOwned' }),
]);

const photo = { sha256: 'a'.repeat(64) };
const portrait = `data:image/jpeg;base64,${(await aPicture()).toString('base64')}`;
const proposals = [
  aProposal('1'),
  aProposal('2', {
    field: { key: 'photo', type: 'picture', label: 'Picture', settings: {} },
    ...{ from: null, to: photo, reason: 'New haircut', by: { id: 'p1', displayName: 'Anna-Katharina von Donau' } },
  }),
  aProposal('3', { person: { id: 'p2', username: 'm', displayName: 'محمد بن علي' }, current: 'Boss' }),
];

interface State {
  readonly hash?: string;
  readonly calls?: Readonly<Record<string, () => unknown>>;
  readonly user?: typeof agent | undefined;
  readonly words?: string;
  readonly answer?: unknown;
  readonly person?: Profile;
  enter?(page: Page): Promise<unknown>;
}
const heading = (page: Page) => page.locator('.editor h1').waitFor();
async function openFirst(page: Page): Promise<void> {
  await page.getByRole('option').first().click();
  await heading(page);
}
const states: Readonly<Record<string, State>> = {
  'nobody is signed in': { user: undefined },
  'an employee is signed in': { user: { ...agent, role: 'employee' } },
  'nothing is searched': { user: agent },
  'many are found': {
    user: agent,
    words: 'an',
    answer: { ok: true, value: found },
    async enter(page) {
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  'nobody is found': {
    user: agent,
    words: 'xyz',
    answer: { ok: true, value: { people: [] } },
    enter: (page) => page.locator('.nobody').waitFor(),
  },
  'the search failed': {
    user: agent,
    words: 'an',
    answer: { ok: false, problem: { type: '', title: '', status: 500, kind: 'internal', detail: 'x' } },
    enter: (page) => page.locator('.trouble').waitFor(),
  },
  'a person is open': { user: agent, words: 'an', answer: { ok: true, value: found }, enter: openFirst },
  'edits of the person wait, and for a decision': {
    user: agent,
    words: 'an',
    answer: { ok: true, value: found },
    person: withEdits(jürgen()),
    async enter(page) {
      await page.getByRole('option').first().click();
      await page.locator('.conflict').waitFor();
      await page.locator('.waiting').waitFor();
    },
  },
  'the history of the person is open': {
    user: agent,
    words: 'an',
    answer: { ok: true, value: found },
    async enter(page) {
      await openFirst(page);
      await page.locator('button[aria-haspopup=dialog]').click();
      await page.locator('.change').first().waitFor();
    },
  },
  'edits wait for approval': {
    user: agent,
    hash: '#approvals',
    calls: { getProposals: () => ({ ok: true, value: { proposals } }) },
    async enter(page) {
      await page.locator('article').nth(2).waitFor();
      await page.locator('article img').waitFor();
      await page.getByRole('button').nth(1).click();
      await page.locator('input[aria-invalid=true]').waitFor();
    },
  },
  'nothing waits for approval': {
    user: { ...agent, role: 'employee' },
    hash: '#approvals',
    calls: { getProposals: () => ({ ok: true, value: { proposals: [] } }) },
  },
  'what waits for approval cannot be read': {
    user: agent,
    hash: '#approvals',
    calls: {
      getProposals: () => ({
        ok: false,
        problem: { type: '', title: '', status: 503, kind: 'unreachable', detail: 'x' },
      }),
    },
    enter: (page) => page.locator('.trouble').waitFor(),
  },
  'the session of somebody who approves has ended': {
    user: agent,
    hash: '#approvals',
    calls: { getProposals: () => ({ ok: true, value: { proposals } }) },
    async enter(page) {
      await page.locator('article img').waitFor();
      await page.evaluate((detail) => window.dispatchEvent(new CustomEvent('test:status', { detail })), {
        ...nobody,
        language: 'en',
      });
      await page.getByRole('dialog').waitFor();
    },
  },
  'somebody who approves is signed out': { user: undefined, hash: '#approvals' },
  'the session has ended': {
    user: agent,
    words: 'an',
    answer: { ok: true, value: found },
    async enter(page) {
      await openFirst(page);
      await page.evaluate((detail) => window.dispatchEvent(new CustomEvent('test:status', { detail })), {
        ...nobody,
        language: 'en',
      });
      await page.getByRole('dialog').waitFor();
    },
  },
  'the reason is missing': {
    user: agent,
    words: 'an',
    answer: { ok: true, value: found },
    async enter(page) {
      await openFirst(page);
      await page.locator('.editor input').first().fill('Chef');
      await page.keyboard.press('Control+s');
      await page.locator('#reason[aria-invalid=true]').waitFor();
    },
  },
};

let people: Awaited<ReturnType<typeof startPage>>;
let page: Page;
let answers: Record<string, () => unknown>;
beforeAll(async () => {
  people = await startPage('people', { callBackground: (name) => answers[name]?.() });
  page = people.page;
});
afterAll(() => people?.stop());

async function open(
  { user, words = '', answer, person = profile, enter, hash = `#${new URLSearchParams({ q: words })}`, calls }: State,
  language: Language,
  width: number,
  dark: boolean,
  rtl: boolean,
) {
  answers = {
    getStatus: () => ({ ...nobody, user, language }),
    searchPeople: () => answer,
    loadPerson: () => ({ ok: true, value: person }),
    loadHistory: () => ({ ok: true, value: aHistory() }),
    countToDecide: () => 3,
    loadPicture: () => ({ ok: true, value: portrait }),
    ...calls,
  };
  await people.open(hash, { width, height: 800, dark, rtl });
  await page.locator('h1').waitFor();
  await enter?.(page);
}

const faults = () => axeFaults(page, 'html, .finder, .results, .place, .body, .reason, .approvals, article');

describe.each(Object.entries(states))(
  'P8: the page on which people are found has no accessibility fault when %s',
  (_, state) => {
    test('in English, wide and light', async () => {
      await open(state, 'en', 1100, false, false);
      expect(await faults()).toEqual([]);
    });

    test('in German, dark, at 320 px, and right to left', async () => {
      await open(state, 'de', 320, true, true);
      expect(await faults()).toEqual([]);
    });
  },
);
