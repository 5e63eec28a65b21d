import { describe, expect, test } from 'vitest';
import { createDirectoryGateway } from '#server/directory/create-gateway.ts';
import type { Bench } from './directory.test.ts';

const password = 'Fake-Passw0rd-äöü€';

export function describeAuthentication(bench: Bench): void {
  describe('authentication', () => {
    test('the right password gives the entry, every other undefined', async () => {
      const { directory, gateway } = bench;
      await directory.add({ username: 'auth', password, attributes: { mail: ['auth@example.org'] } });
      const entry = await gateway.authenticate('auth', password, ['mail']);
      expect(entry).toMatchObject({ username: 'auth', attributes: { mail: ['auth@example.org'] } });
      for (const wrong of ['wrong', `${password} `, password.toUpperCase(), '', '\0', `${password}\0`, '\ud800']) {
        expect(await gateway.authenticate('auth', wrong, [])).toBeUndefined();
      }
    });

    test('a typed name is never a DN, a pattern or a SASL mechanism, not even with the right password', async () => {
      const { directory, gateway } = bench;
      await directory.add({ username: 'auth-dn', password });
      for (const typed of [directory.dnOf('auth-dn'), 'auth-d*', '*', 'EXTERNAL', 'PLAIN', '', 'unknown']) {
        expect(await gateway.authenticate(typed, password, [])).toBeUndefined();
      }
      expect(await gateway.authenticate('auth-dn', password, [])).toMatchObject({ username: 'auth-dn' });
    });

    test('a password that is not accepted is logged with its code, without name and password', async () => {
      const { directory } = bench;
      const lines: unknown[] = [];
      const log = (message: string, facts: object) => lines.push({ message, ...facts });
      const gateway = createDirectoryGateway(directory.definition, { ...directory.deps, log });
      await directory.add({ username: 'auth-log', password });
      expect(await gateway.authenticate('auth-log', 'wrong', [])).toBeUndefined();
      expect(lines).toEqual([
        { message: 'sign-in denied', directory: directory.definition.key, code: 49, reason: expect.any(String) },
      ]);
      await gateway.close();
    });

    test('two entries for one name are a problem that says so', async () => {
      const { directory } = bench;
      await directory.add({ username: 'twin-1', attributes: { mail: ['twin@example.org'] } });
      await directory.add({ username: 'twin-2', attributes: { mail: ['twin@example.org'] } });
      const gateway = createDirectoryGateway({ ...directory.definition, usernameAttribute: 'mail' }, directory.deps);
      const problem = {
        kind: 'internal',
        options: { rule: 'ambiguous' },
        message: expect.stringContaining('several entries'),
      };
      await expect(gateway.authenticate('twin@example.org', password, [])).rejects.toMatchObject(problem);
      await expect(gateway.findByUsername('twin@example.org', [])).rejects.toMatchObject(problem);
      await gateway.close();
    });

    test('a service account that is not accepted is a problem that names the directory and the mend', async () => {
      const { directory } = bench;
      const gateway = createDirectoryGateway(directory.definition, { ...directory.deps, bindPassword: 'wrong' });
      await expect(gateway.findByUsername('auth', [])).rejects.toMatchObject({
        kind: 'internal',
        options: { rule: 'serviceAccount' },
        message: expect.stringMatching(new RegExp(`"${directory.definition.name}".*bindPassword`)),
      });
      const without = createDirectoryGateway(directory.definition, { ...directory.deps, bindPassword: '' });
      await expect(without.findByUsername('auth', [])).rejects.toMatchObject({ options: { rule: 'noBindPassword' } });
    });
  });
}
