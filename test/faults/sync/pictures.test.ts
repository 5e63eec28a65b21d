import { createHash } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { activeDirectoryCompany, openLDAPCompany } from '#test/api/company.ts';
import { startProxy } from '#test/faults/proxy.ts';
import { aPicture } from '#test/pictures/draw-picture.ts';
import { aSync } from './a-sync.ts';

vi.setConfig({ testTimeout: 120_000 });

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const companies = {
  'OpenLDAP that tells change sequence numbers': {
    start: () => openLDAPCompany({ ldif: '', globalConf: ['moduleload syncprov'], databaseConf: ['overlay syncprov'] }),
    attribute: 'jpegPhoto',
  },
  'OpenLDAP that tells timestamps alone': { start: () => openLDAPCompany({ ldif: '' }), attribute: 'jpegPhoto' },
  'Active Directory': { start: () => activeDirectoryCompany(), attribute: 'thumbnailPhoto' },
};

test.each(Object.entries(companies))(
  'F10 S10 a picture in %s is kept by its hash, and noticed by whatever run when it is another',
  async (_, { start, attribute }) => {
    const company = await start();
    onTestFinished(() => company.stop());
    const definition = { key: 'hq', ...company.definition, bindPassword: { env: 'TEST_PASSWORD' } };
    const sync = await aSync({ directories: [definition] });
    const source = (of: string) => ({ kind: 'directory', attribute: of });
    const fields = [
      { key: 'title', type: 'text', source: source('title') },
      { key: 'picture', type: 'picture', source: source(attribute) },
    ];
    sync.configure({ fields });
    const run = async (mode: 'full' | 'incremental') => {
      const ended = await sync.run(mode, { bindPassword: company.bindPassword });
      expect(ended).toMatchObject({ status: 'succeeded' });
      return ended.directories[0];
    };
    const pictureOf = async (username: string) => (await sync.people()).get(username)?.attributes[attribute];
    const [one, two, three] = [await aPicture({ width: 40 }), await aPicture({ width: 50 }), await aPicture()];
    const jane = await company.add({ title: 'Engineer', [attribute]: one });
    const john = await company.add({ title: 'Baker' });
    await run('full');
    expect(await pictureOf(jane)).toEqual([{ sha256: sha256(one) }]);
    expect(await pictureOf(john)).toEqual([]);
    expect(await sync.store.pictures.get(sha256(one))).toEqual(one);

    // The picture alone is another one, which no text of the entry tells.
    await company.replace(jane, attribute, [two]);
    expect(await run('incremental')).toMatchObject({ mode: 'incremental', changed: 1 });
    expect(await pictureOf(jane)).toEqual([{ sha256: sha256(two) }]);
    await company.replace(john, attribute, [three]);
    expect(await run('full')).toMatchObject({ mode: 'full', changed: 1 });
    expect(await pictureOf(john)).toEqual([{ sha256: sha256(three) }]);
    await company.replace(jane, attribute, []);
    await run('incremental');
    expect(await pictureOf(jane)).toEqual([]);
    expect(await sync.store.pictures.get(sha256(three))).toEqual(three);
  },
);

test('S10 pictures are asked for of changed entries alone', async () => {
  const company = await openLDAPCompany({
    ldif: '',
    globalConf: ['moduleload syncprov'],
    databaseConf: ['overlay syncprov'],
  });
  const proxy = await startProxy(company.slapd.port);
  onTestFinished(async () => {
    await proxy.close();
    await company.stop();
  });
  const definition = {
    key: 'hq',
    ...company.definition,
    bindPassword: { env: 'TEST_PASSWORD' },
    url: `ldap://127.0.0.1:${proxy.port}`,
    pageSize: 4,
  };
  const source = { kind: 'directory', attribute: 'jpegPhoto' };
  const sync = await aSync({ directories: [definition] });
  sync.configure({ fields: [{ key: 'picture', type: 'picture', source }] });
  const picture = await aPicture({ width: 40 });
  const people: string[] = [];
  for (let count = 0; count < 12; count++) people.push(await company.add({ jpegPhoto: picture }));

  /** How often anything was asked that names the attribute, while a run went on. */
  async function asked(mode: 'full' | 'incremental'): Promise<number> {
    const before = proxy.heard().length;
    expect(await sync.run(mode)).toMatchObject({ status: 'succeeded' });
    return proxy.heard().subarray(before).toString('latin1').split('jpegPhoto').length - 1;
  }
  // A page at a time.
  expect(await asked('full')).toBe(3);
  expect(await asked('full')).toBe(0);
  expect(await asked('incremental')).toBe(0);
  await company.replace(people[5] ?? '', 'jpegPhoto', [await aPicture({ width: 50 })]);
  expect(await asked('incremental')).toBe(1);
  await company.replace(people[7] ?? '', 'title', ['Director']);
  expect(await asked('full')).toBe(1);
});
