import { expect, test } from 'vitest';
import { bindPasswordOf, placeOf } from '#server/configuration/bind-password.ts';
import { findClientSecret, placeOfClientSecret } from '#server/configuration/client-secret.ts';
import { rotateSecrets } from '#server/configuration/rotate-secrets.ts';
import { createCipher } from '#server/secrets/cipher.ts';
import { type Configuration, configuration } from '#shared/contract/configuration.ts';
import { aDirectory } from './a-configuration-file.ts';

const [before, after] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

function withPasswords(): Configuration {
  const bindDN = 'cn=nameplate';
  const parsed = configuration.parse({
    directories: [aDirectory(), aDirectory({ key: 'env', bindDN, bindPassword: { env: 'SET' } })],
  });
  const directories = ['a', 'b'].map((key) => {
    const definition = { ...parsed.directories[0], key, bindDN } as Configuration['directories'][number];
    return {
      ...definition,
      bindPassword: { encrypted: createCipher(before).seal(`fake-${key}`, placeOf(definition)) },
    };
  });
  const openid = { issuer: 'https://login.example', clientId: 'nameplate', serverUrl: 'https://nameplate.example' };
  const clientSecret = { encrypted: createCipher(before).seal('fake-client', placeOfClientSecret(openid)) };
  const { signIn } = configuration.parse({ signIn: { openid: { ...openid, clientSecret } } });
  return { ...parsed, directories: [...parsed.directories, ...directories], signIn };
}

test('D4 every secret is read by the new key alone afterwards, and a second time there is nothing to do', () => {
  const { configuration: rotated, rotated: count } = rotateSecrets(withPasswords(), createCipher(after, before));
  expect(count).toBe(3);
  const cipher = createCipher(after);
  const passwords = rotated.directories.map((each) => bindPasswordOf(each, { environment: { SET: 'x' }, cipher }));
  expect(passwords).toEqual([
    { password: undefined },
    { password: 'x' },
    { password: 'fake-a' },
    { password: 'fake-b' },
  ]);
  const { openid } = rotated.signIn;
  expect(openid && findClientSecret(openid, { environment: {}, cipher })).toEqual({ secret: 'fake-client' });
  expect(rotateSecrets(rotated, createCipher(after, before))).toEqual({ configuration: rotated, rotated: 0 });
});

test('D4 where one cannot be read, none is changed, and it is said which', () => {
  expect(() => rotateSecrets(withPasswords(), createCipher(after))).toThrow(
    expect.objectContaining({
      message: 'Not every secret can be read, so none was encrypted anew.',
      options: expect.objectContaining({
        faults: ['directories[2].bindPassword', 'directories[3].bindPassword', 'signIn.openid.clientSecret'].map(
          (field) => expect.objectContaining({ field }),
        ),
      }),
    }),
  );
});
