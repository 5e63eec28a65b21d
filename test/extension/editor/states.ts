import type { Page } from 'playwright-core';
import type { Fault, ProblemDetails, ProblemKind } from '#shared/contract/problem.ts';
import { problemKinds } from '#shared/contract/problem.ts';
import type { ProfileChanges } from '#shared/contract/profile.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { aPicture } from '#test/pictures/draw-picture.ts';
import { aHistory, aPictureHistory } from './histories.ts';
import { aStatus, type Script } from './open-editor.ts';
import { aSave, jürgen, ofManyTypes } from './profiles.ts';
import { withProposals } from './with-proposals.ts';

/** A state that the editor can be in: how the background answers, and what the person did to get there. */
export interface State {
  script(language: Language): Script;
  act?(page: Page): Promise<void>;
  /** What stands there once the profile was asked for, by CSS; a form unless told. */
  readonly shows?: string;
}

export function aProblem(
  kind: ProblemKind,
  more: Partial<ProblemDetails> = {},
): { ok: false; problem: ProblemDetails } {
  const { status, title } = problemKinds[kind];
  return {
    ok: false,
    problem: { type: `urn:nameplate:problem:${kind}`, title, status, kind, detail: `${title}.`, ...more },
  };
}

export const control = (page: Page, key: string) => page.locator(`#field-${key}`);

const shows = (language: Language): Script => ({
  getStatus: () => aStatus({ language }),
  loadProfile: () => ({ ok: true, value: jürgen(language) }),
});

const portrait = `data:image/jpeg;base64,${(await aPicture()).toString('base64')}`;
const found = ['Erika Mustermann', 'Érik Müller', 'Erkan Yıldız'].map((displayName, at) => ({
  id: `f${at}`,
  username: `user${at}`,
  displayName,
  directory: 'hq',
  ...(at > 0 && { title: 'Engineer' }),
}));

const showsManyTypes = (language: Language): Script => ({
  getStatus: () => aStatus({ language }),
  loadProfile: () => ({ ok: true, value: ofManyTypes(language) }),
  loadPicture: () => ({ ok: true, value: portrait }),
  findPeople: () => ({ ok: true, value: { people: found } }),
});

/** A form whose saves are answered by this. */
const saves =
  (answer: (profile: ReturnType<typeof jürgen>, changes: ProfileChanges) => unknown) => (language: Language) => {
    const profile = jürgen(language);
    return {
      getStatus: () => aStatus({ language }),
      loadProfile: () => ({ ok: true, value: profile }),
      saveProfile: (changes: ProfileChanges) => answer(profile, changes),
    };
  };

/** An edit that waits for the directory, and one that became a conflict meanwhile. */
export function withEdits(profile: ReturnType<typeof jürgen>, problem?: Fault): ReturnType<typeof jürgen> {
  const since = '2026-05-23T13:30:00.000Z';
  return {
    ...profile,
    fields: profile.fields.map((field) => {
      if (field.key === 'phone') {
        const value = '+49 611 7654321';
        return {
          ...field,
          pending: value,
          edit: { id: '7', state: 'pending' as const, value, since, ...(problem && { problem }) },
        };
      }
      if (field.key !== 'title') return field;
      return { ...field, edit: { id: '8', state: 'conflict' as const, value: 'Chief bridge engineer', since } };
    }),
  };
}

async function changeThree(page: Page): Promise<void> {
  await control(page, 'phone').fill('0611 7654321');
  await control(page, 'title').fill('Chief engineer');
  await control(page, 'about').fill('Bridges.');
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
}

export const states = {
  loading: {
    script: (language) => ({ ...shows(language), loadProfile: () => new Promise(() => undefined) }),
    shows: '.skeleton',
  },
  untouched: { script: shows },
  asksPassword: {
    script: saves(() => aProblem('invalid', { rule: 'wrongPassword', field: 'password' })),
    act: async (page) => {
      await changeThree(page);
      await save(page);
      await page.getByLabel(/^(?:Password|Passwort)$/u).fill('not-the-password');
      await page.keyboard.press('Enter');
      await page.locator('#own-password[aria-invalid=true]').waitFor();
    },
  },
  proposed: {
    script: (language) => ({
      ...shows(language),
      loadProfile: () => ({ ok: true, value: withProposals(jürgen(language)) }),
    }),
  },
  edited: {
    script: shows,
    act: async (page) => {
      await changeThree(page);
      await control(page, 'mobile').fill('0171 12');
    },
  },
  invalid: {
    script: shows,
    act: async (page) => {
      await control(page, 'phone').fill('call me');
      await control(page, 'title').fill('');
      await save(page);
      await page.locator('.notice.bad').waitFor();
    },
  },
  saving: {
    script: (language) => ({ ...shows(language), saveProfile: () => new Promise(() => undefined) }),
    act: async (page) => {
      await changeThree(page);
      await save(page);
      await page.locator('.footer[aria-busy=true]').waitFor();
    },
  },
  saved: {
    script: saves((profile, changes) => ({ ok: true, value: aSave(profile, changes) })),
    act: async (page) => {
      await changeThree(page);
      await save(page);
      await page.locator('.mark.good').first().waitFor();
    },
  },
  outcomes: {
    script: saves((profile, changes) => ({
      ok: true,
      value: aSave(profile, changes, {
        title: { status: 'conflict', current: 'Senior engineer' },
        about: { status: 'refused', problem: { detail: 'Too long', rule: 'tooLong', field: 'about' } },
        mobile: { status: 'pending' },
      }),
    })),
    act: async (page) => {
      await changeThree(page);
      await control(page, 'mobile').fill('0171 2345678');
      await save(page);
      await page.locator('.conflict').waitFor();
    },
  },
  unavailable: {
    script: saves(() => aProblem('unavailable', { params: { directory: 'Headquarters' } })),
    act: async (page) => {
      await changeThree(page);
      await save(page);
      await page.locator('.notice.caution').waitFor();
    },
  },
  sessionEnded: {
    script: saves(() => aProblem('unauthenticated')),
    act: async (page) => {
      await changeThree(page);
      await save(page);
      await page.locator('.notice.caution').waitFor();
    },
  },
  waiting: {
    script: (language) => ({
      ...shows(language),
      loadProfile: () => ({
        ok: true,
        value: withEdits(jürgen(language)),
        outage: aProblem('unavailable', { params: { directory: 'Headquarters' } }).problem,
      }),
    }),
    act: async (page) => {
      await page.locator('.conflict mark').first().waitFor();
    },
  },
  history: {
    script: (language) => ({ ...shows(language), loadHistory: () => ({ ok: true, value: aHistory() }) }),
    act: async (page) => {
      await page.locator('button[aria-haspopup=dialog]').click();
      await page.locator('.change').first().waitFor();
    },
  },
  pictureHistory: {
    script: (language) => ({
      ...showsManyTypes(language),
      loadHistory: () => ({ ok: true, value: aPictureHistory() }),
    }),
    act: async (page) => {
      await page.locator('button[aria-haspopup=dialog]').click();
      await page.locator('.change img').nth(2).waitFor();
    },
  },
  manyTypes: { script: showsManyTypes },
  searchingPeople: {
    script: showsManyTypes,
    act: async (page) => {
      await control(page, 'manager').fill('er');
      await page.locator('[role=option]').first().waitFor();
    },
  },
  cropping: {
    script: showsManyTypes,
    act: async (page) => {
      const picture = { name: 'me.png', mimeType: 'image/png', buffer: await aPicture({ format: 'png' }) };
      await page.locator('input[type=file]').setInputFiles(picture);
      await page.locator('dialog.cropper[open]').waitFor();
    },
  },
  brokenPicture: {
    script: (language) => ({
      ...showsManyTypes(language),
      loadPicture: () => aProblem('invalid', { rule: 'notJPEG' }),
    }),
    act: async (page) => {
      await page.locator('.note.caution').waitFor();
    },
  },
  leaving: {
    script: shows,
    act: async (page) => {
      await changeThree(page);
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor();
    },
  },
  signedOut: {
    script: (language) => ({
      getStatus: () => ({ ...aStatus({ language }), user: undefined }),
      loadProfile: () => aProblem('unauthenticated'),
    }),
    shows: '.empty-state',
  },
  failed: {
    script: (language) => ({
      getStatus: () => aStatus({ language }),
      loadProfile: () => aProblem('unavailable', { params: { directory: 'Headquarters' } }),
    }),
    shows: '.empty-state',
  },
} satisfies Readonly<Record<string, State>>;

/** Waits until the state stands. */
export async function enterState(page: Page, { act, shows = 'form' }: State): Promise<void> {
  await page.locator(shows).waitFor();
  await act?.(page);
}
