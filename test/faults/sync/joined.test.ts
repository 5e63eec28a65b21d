import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { controlTypes } from '#server/directory/controls.ts';
import { startOpenLDAP } from '#test/directories/openldap.ts';
import { aPerson } from '#test/directories/people.ts';
import { pagedResultsValue, person, result, startHostileDirectory } from '#test/faults/hostile-server.ts';
import { aSync, directoryOf, type SyncUnderTest } from './a-sync.ts';

vi.setConfig({ testTimeout: 60_000 });

const fields = [{ key: 'title', type: 'text', source: { kind: 'directory', directory: 'hr', attribute: 'title' } }];

async function titles(sync: SyncUnderTest) {
  return Object.fromEntries([...(await sync.people())].map(([name, { attributes }]) => [name, attributes['hr:title']]));
}

describe('F12 an entry that completes a person and cannot be read', () => {
  test('S6 S7 because it hides its id: it fails alone, and nobody loses what they had of it', async () => {
    const here = 'ou=hr,dc=example,dc=org';
    const ldif = [
      `dn: ${here}\nobjectClass: organizationalUnit\nou: hr\n`,
      ...['jane', 'john'].flatMap((uid) => [
        aPerson({ uid }),
        aPerson({ uid, parent: here, title: `Title of ${uid}` }),
      ]),
    ];
    const slapd = await startOpenLDAP({
      ldif,
      globalConf: ['moduleload syncprov'],
      databaseConf: ['overlay syncprov', 'access to filter=(description=secret) attrs=entryUUID by * none'],
    });
    onTestFinished(() => slapd.stop());
    const hr = directoryOf(slapd, { key: 'hr', userDN: 'ou=hr', join: { attribute: 'uid' } });
    const sync = await aSync({ directories: [directoryOf(slapd), hr] });
    sync.configure({ fields });
    await sync.run();
    const all = { jane: ['Title of jane'], john: ['Title of john'] };
    expect(await titles(sync)).toEqual(all);

    const hide = 'changetype: modify\nreplace: description\ndescription: secret';
    await slapd.ldapmodify(`dn: uid=john,${here}\n${hide}\n`);
    for (const mode of ['incremental', 'full'] as const) {
      const run = await sync.run(mode);
      expect(run.directories[1]).toMatchObject({ directory: 'hr', status: 'succeeded', mode, failed: 1 });
      expect(run.failures).toMatchObject([{ dn: `uid=john,${here}`, problem: { rule: 'noId' } }]);
      expect(await titles(sync)).toEqual(all);
    }
    await slapd.ldapmodify(`dn: uid=john,${here}\nchangetype: delete\n`);
    expect((await sync.run('full')).directories[1]).toMatchObject({ status: 'succeeded', failed: 0 });
    expect(await titles(sync)).toEqual({ ...all, john: [] });
  });

  test('S6 S7 because it is malformed: the run goes on, and nobody loses what they had of it', async () => {
    let isMalformed = false;
    /** It shows who it is, and values that are no set. */
    const malformed = (id: number) => {
      const bytes = person(id, 'jane', { title: 'Title of jane' });
      bytes[bytes.indexOf('title') + 'title'.length] = 0x30;
      return bytes;
    };
    const server = await startHostileDirectory(({ id, dn }) => {
      const john = person(id, 'john', { title: 'Title of john' });
      const jane = isMalformed && dn.includes('hr') ? malformed(id) : person(id, 'jane', { title: 'Title of jane' });
      const controls = { [controlTypes.pagedResults]: pagedResultsValue('') };
      return Buffer.concat([jane, john, result(id, operations.search, 0, controls)]);
    });
    const definition = { url: server.url, tls: 'none', baseDN: 'dc=example,dc=org' };
    const hr = { ...definition, key: 'hr', userDN: 'ou=hr', join: { attribute: 'uid' } };
    const sync = await aSync({ directories: [{ ...definition, key: 'hq' }, hr] });
    sync.configure({ fields });
    await sync.run('full');
    const all = { jane: ['Title of jane'], john: ['Title of john'] };
    expect(await titles(sync)).toEqual(all);
    isMalformed = true;
    const run = await sync.run('full');
    expect(run.directories[1]).toMatchObject({ directory: 'hr', status: 'succeeded', read: 2, failed: 1 });
    expect(run.failures).toMatchObject([{ problem: { rule: 'malformedEntry' } }]);
    expect(await titles(sync)).toEqual(all);
  });
});
