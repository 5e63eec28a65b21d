import type { Page } from 'playwright-core';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { type ProblemKind, problemKinds } from '#shared/contract/problem.ts';
import { aPicture } from '#test/pictures/draw-picture.ts';
import type { Result } from '../../../extension/messages.ts';
import { aServer, directories, fields, sound } from './a-server.ts';
import { running, runs } from './a-server-at-work.ts';
import { answered, type Script } from './open-options.ts';

/** A state that the page can be in: where one is, what the server says, and what was done to get there. */
export interface State {
  readonly hash: string;
  readonly script: Script;
  /** What is asked for never comes. */
  readonly isLoading?: boolean;
  act?(page: Page): Promise<void>;
}

export function aProblem(kind: ProblemKind, more: Partial<ProblemDetails> = {}): Result<never> {
  const { status, title } = problemKinds[kind];
  const problem = { type: `urn:nameplate:problem:${kind}`, title, status, kind, detail: `${title}.`, ...more };
  return { ok: false, problem };
}

export const control = (page: Page, name: string) => page.locator(`#control-${name}`);
export const save = (page: Page) => page.locator('.save-bar button[type=submit]').click();

const server = { answers: aServer };
const portraits = [await aPicture(), await aPicture({ width: 90, height: 160 })].map(
  (picture) => `data:image/jpeg;base64,${picture.toString('base64')}`,
);
const from = { kind: 'directory', attribute: 'jpegPhoto', edit: 'writeBack' };
/** A server that has pictures, too. */
export const withPictures: Script = {
  answers: {
    ...aServer,
    getFields: () =>
      answered({ fields: [...fields, { ...fields[0], key: 'picture', type: 'picture', source: from } as never] }),
  },
  loadPicture: ({ sha256 }) => ({ ok: true, value: portraits[sha256.startsWith('a') ? 0 : 1] ?? '' }),
};
const admin = { id: 'p1', username: 'jdoe', displayName: 'Jane Doe', directory: 'hq', role: 'admin' } as const;

export const states = {
  signedOut: { hash: '', script: { status: { user: undefined } } },
  notAdmin: { hash: '', script: { status: { user: { ...admin, role: 'employee' } } } },
  needsSystemAdmin: { hash: '#/directories', script: { ...server, status: { user: admin } } },
  loading: { hash: '#/directories', script: {}, isLoading: true },
  failed: { hash: '#/directories', script: { answers: { getDirectories: () => aProblem('unavailable') } } },
  noDirectory: { hash: '#/directories', script: { answers: { getDirectories: () => answered({ directories: [] }) } } },
  directories: { hash: '#/directories', script: server },
  newDirectory: { hash: '#/directories/+', script: server },
  directory: {
    hash: '#/directories/hq',
    script: server,
    act: async (page) => {
      await control(page, 'url').fill('ldaps://other.example.com');
      await control(page, 'certificate').selectOption('pem');
      await page.locator('details summary').click();
    },
  },
  joinedDirectory: {
    hash: '#/directories/+',
    script: server,
    act: async (page) => {
      await page.locator('input[name=control-use][value=join]').check();
      await control(page, 'join-attribute').fill('mail');
    },
  },
  otherAttribute: {
    hash: '#/fields/title',
    script: server,
    act: async (page) => {
      await page.locator('button[aria-expanded=false]', { hasText: /attribut/iu }).click();
      await control(page, 'search').waitFor();
    },
  },
  signIn: {
    hash: '#/sign-in',
    script: server,
    act: async (page) => {
      await control(page, 'header').click();
      await control(page, 'openid-clientId').fill('nameplate-2');
    },
  },
  refused: {
    hash: '#/directories/hq',
    script: {
      answers: {
        ...aServer,
        putDirectory: () =>
          aProblem('invalid', {
            faults: [
              { field: 'url', rule: 'invalid_format', detail: 'is no ldap:// or ldaps:// address of a host' },
              { field: 'bindPassword', rule: 'passwordAgain', detail: 'is needed again' },
            ],
          }),
      },
    },
    act: async (page) => {
      await control(page, 'url').fill('ldap.example.com');
      await save(page);
      await page.locator('.notice.bad').waitFor();
    },
  },
  overtaken: {
    hash: '#/directories/hq',
    script: {
      answers: (() => {
        let isOvertaken = false;
        const [hq, branch] = directories as [(typeof directories)[0], (typeof directories)[0]];
        return {
          ...aServer,
          getDirectories: () => {
            const theirs = [{ ...hq, userDN: 'ou=staff', name: 'Head office' }, branch];
            const answer = isOvertaken ? answered({ directories: theirs }, '"2"') : answered({ directories });
            isOvertaken = false;
            return answer;
          },
          putDirectory: () => {
            isOvertaken = true;
            return aProblem('conflict', { rule: 'configurationChanged' });
          },
        };
      })(),
    },
    act: async (page) => {
      await control(page, 'name').fill('HQ');
      await save(page);
      await page.locator('.notice.caution').waitFor();
    },
  },
  removing: {
    hash: '#/directories/hq',
    script: server,
    act: async (page) => {
      await page.locator('.danger-zone .button').click();
      await page.locator('dialog[open]').waitFor();
    },
  },
  leaving: {
    hash: '#/roles',
    script: server,
    act: async (page) => {
      await page.getByRole('textbox').first().fill('somebody');
      await page.locator('.save-bar.stays').waitFor();
      await page.evaluate(() => {
        location.hash = '#/settings';
      });
      await page.locator('dialog[open]').waitFor();
    },
  },
  fields: {
    hash: '#/fields',
    script: server,
    act: async (page) => {
      await page
        .getByRole('button', { name: /Job title|Position/ })
        .first()
        .click();
      await page.locator('.save-bar.stays').waitFor();
    },
  },
  newField: { hash: '#/fields/+', script: server },
  field: { hash: '#/fields/office', script: server },
  fieldRefused: {
    hash: '#/fields/office',
    script: {
      answers: {
        ...aServer,
        putFields: () =>
          aProblem('invalid', {
            faults: [
              { field: 'fields[3].label.de', rule: 'missingLanguage', detail: 'is missing in this language' },
              { field: 'fields[3].options', rule: 'too_small', detail: 'has too few' },
            ],
          }),
      },
    },
    act: async (page) => {
      await control(page, 'office-label-de').fill('');
      await save(page);
      await page.locator('.notice.bad').waitFor();
    },
  },
  bareServer: {
    hash: '#/first-steps',
    script: {
      answers: {
        ...aServer,
        getDirectories: () => answered({ directories: [] }),
        getFields: () => answered({ fields: [] }),
        listSyncRuns: () => answered({ runs: [] }),
      },
    },
  },
  firstFields: {
    hash: '#/first-steps',
    script: {
      answers: {
        ...aServer,
        testDirectory: () => answered(sound),
        getFields: () => answered({ fields: [] }),
        listSyncRuns: () => answered({ runs: [] }),
      },
    },
  },
  writeAccess: {
    hash: '#/write-access',
    script: server,
    act: async (page) => {
      await control(page, 'username').fill('erika');
      await page.locator('form button[type=submit]').click();
      await page.locator('.card-head .button').click();
      await page.locator('.report .step').first().waitFor();
    },
  },
  sync: { hash: '#/sync', script: server },
  syncing: {
    hash: '#/sync',
    script: { answers: { ...aServer, listSyncRuns: () => answered({ runs: [running, ...runs] }) } },
  },
  changes: {
    hash: '#/changes',
    script: withPictures,
    act: async (page) => {
      await page.locator('.change-log img').nth(1).waitFor();
    },
  },
  nobodyChanged: {
    hash: '#/changes',
    script: { answers: { ...aServer, getAllHistory: () => answered({ changes: [] }) } },
    act: async (page) => {
      await control(page, 'person').fill('eri');
      await page.locator('[role=option]').first().waitFor();
    },
  },
  run: { hash: '#/sync/run-8', script: server },
  roles: { hash: '#/roles', script: server },
  settings: { hash: '#/settings', script: server },
  transfer: { hash: '#/transfer', script: server },
} satisfies Readonly<Record<string, State>> as Readonly<Record<string, State>>;

/** Waits until the state stands. */
export async function enterState(page: Page, { act, isLoading = false }: State): Promise<void> {
  await page.locator('h1').waitFor();
  if (!isLoading) await page.waitForFunction(() => document.querySelector('.skeleton') === null);
  await act?.(page);
}
