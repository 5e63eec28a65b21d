import { expect, test } from 'vitest';
import { createCurrentConfiguration } from '#server/configuration/current-configuration.ts';
import type { DirectoryGateway } from '#server/directory/gateway.ts';
import { configuration as schema } from '#shared/contract/configuration.ts';

test('a configuration that cannot be loaded fails who asks for it, and keeps nothing from being closed', async () => {
  const { configuration, close } = createCurrentConfiguration({
    store: {
      revision: async () => 1,
      load: () => Promise.reject(new Error('unfit')),
      save: async () => false,
      changesAfter: async () => [],
    },
    openGateway: () => {
      throw new Error('there is no directory');
    },
  });
  await expect(configuration()).rejects.toThrow('unfit');
  await expect(configuration()).rejects.toThrow('unfit');
  await close();
});

test('a directory that stays as it is keeps its gateway when something else changes, and another is closed', async () => {
  const directory = (key: string, baseDN: string) => ({ key, url: 'ldap://127.0.0.1', tls: 'none', baseDN });
  let [revision, members] = [1, { directories: [directory('hq', 'o=a'), directory('lab', 'o=a')] }];
  const closed: string[] = [];
  const current = createCurrentConfiguration({
    store: {
      revision: async () => revision,
      load: async () => ({ revision, configuration: schema.parse(members) }),
      save: async () => false,
      changesAfter: async () => [],
    },
    openGateway: ({ key }) => ({ key, close: async () => void closed.push(key) }) as unknown as DirectoryGateway,
  });
  const [hq, lab] = [await current.gateway('hq'), await current.gateway('lab')];
  [revision, members] = [2, { directories: [directory('hq', 'o=a'), directory('lab', 'o=b')] }];
  expect(await current.gateway('hq')).toBe(hq);
  expect(await current.gateway('lab')).not.toBe(lab);
  expect(closed).toEqual(['lab']);
  await current.close();
});
