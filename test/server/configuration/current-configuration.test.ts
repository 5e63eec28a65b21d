import { expect, test } from 'vitest';
import { createCurrentConfiguration } from '#server/configuration/current-configuration.ts';

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
