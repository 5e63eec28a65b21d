import { afterAll, expect, test } from 'vitest';
import type { AdminAnswer } from '../../../extension/admin-calls.ts';
import { aServer, directories, fields, signIn } from './a-server.ts';
import { running, runs } from './a-server-at-work.ts';
import { answered, startOptions } from './open-options.ts';
import { aProblem, control, save } from './states.ts';

const options = await startOptions();
afterAll(options.stop);

type Sent = {
  readonly body: Record<string, never>;
  readonly revision: string;
  readonly params: { readonly key: string };
};

test('F1 a field is dragged to another section, and the preview follows at once', async () => {
  const page = await options.open('#/fields', { answers: aServer }, { width: 1400 });
  const row = (name: string) => page.locator('.row', { has: page.getByRole('link', { name: `Edit ${name}` }) });
  await row('Nickname').dragTo(row('Phone'), { targetPosition: { x: 80, y: 4 } });
  const labels = () => page.locator('.preview-host .label').allTextContents();
  await expect.poll(labels).toEqual(['Name', 'Job title', 'Nickname', 'Phone required', 'Office']);
  await page.getByText('There are changes that are not saved.').waitFor();
});

test('F7 a field whose write-back is off is read-only in the preview until it is turned on', async () => {
  const page = await options.open('#/fields/name', { answers: aServer }, { width: 1400 });
  const name = page.locator('.preview-host #field-name');
  await page.locator('.preview-host .read-only').waitFor();
  expect(await name.count()).toBe(0);
  await page.getByRole('radio', { name: /Write back/ }).check();
  await name.waitFor();
});

test('F11, F7 a picked attribute makes a field with the type and length of its schema, written by nobody yet', async () => {
  let sent: Sent | undefined;
  const putFields = (parts: Sent) => {
    sent = parts;
    return answered({ fields }, '"2"');
  };
  const page = await options.open('#/fields/+', { answers: { ...aServer, putFields } });
  await page.getByLabel('Search attributes').fill('mobile');
  await page.getByRole('button', { name: 'Add: mobile' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mobile' }).waitFor();
  await save(page);
  await page.getByText('Saved. It is in force.').waitFor();
  expect(sent?.revision).toBe('"1"');
  expect(Object(sent?.body.fields).at(-1)).toMatchObject({
    key: 'mobile',
    type: 'phone',
    label: { en: 'Mobile', de: 'Mobil' },
    source: { kind: 'directory', attribute: 'mobile', edit: 'never' },
  });
});

test('X1 what the server refuses stands beside its control, and the summary leads to it, also in another field', async () => {
  const faults = [{ field: 'fields[2].label.de', rule: 'missingLanguage', detail: 'is missing in this language' }];
  const putFields = () => aProblem('invalid', { faults });
  const page = await options.open('#/fields/office', { answers: { ...aServer, putFields } });
  await control(page, 'office-label-en').fill('Site');
  await save(page);
  await page.getByRole('link', { name: 'Phone – Label' }).click();
  const german = control(page, 'phone-label-de');
  await german.waitFor();
  await expect.poll(() => german.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await german.getAttribute('aria-invalid')).toBe('true');
});

test('D4 a changed address asks for the password again; what is sent names no stored password then', async () => {
  let sent: Sent | undefined;
  const putDirectory = (parts: Sent) => {
    sent = parts;
    return answered(directories[0] as never, '"2"');
  };
  const page = await options.open('#/directories/hq', { answers: { ...aServer, putDirectory } });
  await control(page, 'url').fill('ldaps://other.example.com');
  await control(page, 'bindPassword-value').fill('fake-password');
  await save(page);
  await page.getByText('Saved. It is in force.').waitFor();
  expect(sent?.body).toMatchObject({ url: 'ldaps://other.example.com', bindPassword: { value: 'fake-password' } });
  expect(await control(page, 'bindPassword-value').count()).toBe(0);
});

test('D1, D2 directories are put in another order, and one is taken out for a while', async () => {
  const calls: unknown[] = [];
  const answers = {
    ...aServer,
    putDirectoryOrder: ({ body }: Sent) => {
      calls.push(body);
      return answered({ directories });
    },
    putDirectory: ({ params, body }: Sent) => {
      calls.push([params.key, body.enabled]);
      return answered(directories[0] as never);
    },
  };
  const page = await options.open('#/directories', { answers });
  await page.getByRole('button', { name: 'Move Headquarters down' }).click();
  await page.getByText('Headquarters is now 2 of 2.').waitFor({ state: 'attached' });
  await page.getByRole('switch', { name: 'Use Headquarters' }).click();
  await expect.poll(() => calls).toEqual([{ keys: ['branch', 'hq'] }, ['hq', false]]);
});

test('a configuration is imported only after it was shown what it changes', async () => {
  let sent: Sent | undefined;
  const importConfiguration = (parts: Sent) => {
    sent = parts;
    return answered(parts.body as unknown as AdminAnswer<'importConfiguration'>, '"2"');
  };
  const page = await options.open('#/transfer', { answers: { ...aServer, importConfiguration } });
  const file = (text: string) => ({ name: 'nameplate.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const choose = (text: string) => page.locator('input[type=file]').setInputFiles(file(text));
  await choose('{');
  await page.getByText('This file is no JSON.').waitFor();
  await choose('{"name": "other"}');
  await page.getByText('This file is no configuration of Nameplate.').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the configuration' }).click();
  const stream = await (await download).createReadStream();
  const exported = Buffer.concat(await stream.toArray()).toString();
  await choose(exported);
  await page.getByText('nameplate.json says what is in force already.').waitFor();
  await choose(exported.replace('"en": "Phone"', '"en": "Telephone"'));
  await page.getByText('Fields › phone › label › en: “Phone” became “Telephone”').waitFor();
  expect(sent).toBeUndefined();
  await page.getByRole('button', { name: 'Replace the configuration' }).click();
  await page.getByText('The configuration is in force.').first().waitFor();
  expect(sent?.revision).toBe('"1"');
});

test('F12 a directory is told to complete the people of others, by a field that nobody can edit', async () => {
  let sent: Sent | undefined;
  const addDirectory = (parts: Sent) => {
    sent = parts;
    return answered(directories[0] as never, '"2"');
  };
  const page = await options.open('#/directories/+', { answers: { ...aServer, addDirectory } });
  await control(page, 'key').fill('hr');
  await control(page, 'url').fill('ldaps://hr.example.com');
  await control(page, 'baseDN').fill('o=hr');
  await control(page, 'usernameAttribute').fill('cn');
  await page.getByRole('radio', { name: /Its entries complete the people/ }).check();
  await control(page, 'join-attribute').fill('employeeNumber');
  const tying = control(page, 'join-field');
  expect(await tying.locator('option').allTextContents()).toEqual(['Their login name', 'Name']);
  await tying.selectOption('name');
  await page.getByRole('checkbox', { name: 'Headquarters' }).check();
  expect(await control(page, 'usernameAttribute').count()).toBe(0);
  await save(page);
  await expect
    .poll(() => sent?.body)
    .toMatchObject({ join: { attribute: 'employeeNumber', field: 'name', of: ['hq'] } });
  expect(sent?.body).not.toHaveProperty('usernameAttribute');
});

test('F12, F11 an attribute that is picked from such a directory names it', async () => {
  let sent: Sent | undefined;
  const putFields = (parts: Sent) => {
    sent = parts;
    return answered({ fields }, '"2"');
  };
  const hr = { ...directories[0], key: 'hr', name: 'Human resources', join: { attribute: 'mail' } } as never;
  const getDirectories = () => answered({ directories: [...directories, hr] });
  const page = await options.open('#/fields/title', { answers: { ...aServer, getDirectories, putFields } });
  await page.getByRole('button', { name: 'Choose another attribute' }).click();
  await control(page, 'schemaOf').selectOption('hr');
  await page.getByLabel('Search attributes').fill('carLicense');
  await page.getByRole('button', { name: 'Choose: carLicense' }).click();
  const attribute = control(page, 'title-source-attribute');
  await expect.poll(() => attribute.inputValue()).toBe('hr: carLicense');
  await expect.poll(() => attribute.evaluate((input) => input === document.activeElement)).toBe(true);
  await save(page);
  await expect
    .poll(() => Object(sent?.body.fields)[1])
    .toMatchObject({
      key: 'title',
      source: { kind: 'directory', directory: 'hr', attribute: 'carLicense', edit: 'writeBack' },
    });
});

test('P6, D4 the sign-in is set up by a form; another client asks for the secret again, a kept one is only named as such', async () => {
  const sent: Sent[] = [];
  const putSignIn = (parts: Sent) => {
    sent.push(parts);
    return answered(signIn, '"2"');
  };
  const page = await options.open('#/sign-in', { answers: { ...aServer, putSignIn } });
  await control(page, 'idleMinutes').fill('60');
  await save(page);
  await expect
    .poll(() => sent[0]?.body)
    .toMatchObject({
      idleMinutes: 60,
      openid: { clientId: 'nameplate', clientSecret: { stored: true } },
    });
  await control(page, 'openid-clientId').fill('nameplate-2');
  await control(page, 'openid-clientSecret-value').fill('fake-secret');
  await control(page, 'header').click();
  await control(page, 'header-from-0').fill('10.0.0.5');
  await save(page);
  await expect
    .poll(() => sent[1]?.body)
    .toMatchObject({
      openid: { clientId: 'nameplate-2', clientSecret: { value: 'fake-secret' } },
      header: { name: 'X-Remote-User', from: ['10.0.0.5'] },
    });
});

test('P6 a provider that is switched off is gone, and what the server finds wrong stands beside its field', async () => {
  const sent: Sent[] = [];
  const faults = [{ field: 'header.from[0]', rule: 'network', detail: 'is no address or network' }];
  const putSignIn = (parts: Sent) => {
    sent.push(parts);
    return aProblem('invalid', { faults });
  };
  const page = await options.open('#/sign-in', { answers: { ...aServer, putSignIn } });
  await control(page, 'openid').click();
  await control(page, 'header').click();
  await save(page);
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]?.body).not.toHaveProperty('openid.issuer');
  await page.getByText('This is no address or network.').first().waitFor();
});

test('P3 what was typed of a directory is asked about before another one takes its place, of fields it is kept', async () => {
  const page = await options.open('#/directories/hq', { answers: aServer });
  const name = page.getByLabel('Name', { exact: true }).first();
  await name.fill('Head office');
  const go = (hash: string) => page.evaluate((next) => location.assign(next), hash);
  await go('#/directories/branch');
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay here' }).click();
  expect(await name.inputValue()).toBe('Head office');
  await go('#/directories');
  await question.getByRole('button', { name: 'Discard and leave' }).click();
  await page
    .getByRole('link', { name: /Zürich branch/u })
    .first()
    .waitFor();

  await go('#/fields/title');
  await control(page, 'title-label-en').fill('Position');
  await go('#/fields/phone');
  await control(page, 'phone-label-en').waitFor();
  await go('#/fields/title');
  await control(page, 'title-label-en').waitFor();
  expect(await control(page, 'title-label-en').inputValue()).toBe('Position');
});

test('S3 a last sync date that is being typed outlasts the end of a run', async () => {
  const [run] = runs;
  let status = 'running';
  const listSyncRuns = () =>
    answered({ runs: [{ ...run, status, endedAt: status === 'running' ? null : run?.endedAt }] });
  const page = await options.open('#/sync', { answers: { ...aServer, listSyncRuns } as typeof aServer });
  const date = page.getByLabel('Date', { exact: true }).first();
  await date.fill('01-02-2026');
  status = 'succeeded';
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  expect(await date.inputValue()).toBe('01-02-2026');
});

test('S7 a run that is watched is shown to its end, though it could not be asked about in between', async () => {
  const details = { failures: [], changes: [] };
  const over = answered({ ...running, ...details, status: 'succeeded' });
  const answers = [answered({ ...running, ...details }), aProblem('unavailable')];
  const getSyncRun = () => answers.shift() ?? over;
  const page = await options.open(`#/sync/${running.id}`, { answers: { ...aServer, getSyncRun } as typeof aServer });
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
});

test('P8 the key of a new local field that is none is complained of at its control, and Enter adds the field', async () => {
  const page = await options.open('#/fields/+', { answers: aServer });
  await page.getByRole('radio', { name: /^Kept in Nameplate/u }).check();
  const key = control(page, 'newKey');
  await key.fill('9 lives');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(() => key.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => key.evaluate((input) => input === document.activeElement)).toBe(true);
  await key.fill('lives');
  await key.press('Enter');
  await control(page, 'lives-label-en').waitFor();
});

test('P8, W2 in German a check says what it saw and found in German, and what the directory says in its own words', async () => {
  const page = await options.open('#/directories/hq', { answers: aServer, status: { language: 'de' } });
  await page.getByRole('button', { name: 'Verbindung prüfen' }).click();
  const steps = page.locator('.step');
  await expect.poll(() => steps.count()).toBe(3);
  expect(await page.locator('.step [lang=en]').allTextContents()).toEqual(['result code 49 (invalidCredentials)']);
  expect(await steps.allTextContents()).toEqual([
    expect.stringContaining('ldap.example.com ist 192.0.2.7'),
    expect.stringContaining('Das Zertifikat läuft am 2026-12-04 ab.'),
    expect.stringContaining('Prüfen Sie den DN und das Passwort des Dienstkontos.'),
  ]);
});
