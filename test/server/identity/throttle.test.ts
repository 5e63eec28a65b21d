import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createThrottle } from '#server/identity/throttle.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import type { Store } from '#server/store/store.ts';

describe('X4 attempts to sign in', () => {
  let folder: string;
  let store: Store;
  let time: Date;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nameplate-throttle-'));
    store = await createSQLiteStore(join(folder, 'nameplate.sqlite'));
    time = new Date('2026-05-23T12:00:00Z');
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const throttle = () =>
    createThrottle({
      attempts: store.signInAttempts,
      limits: async () => ({ attempts: 4, attemptsWithinMinutes: 30 }),
      now: () => time,
    });
  const isPermitted = (who: string, address: string) =>
    throttle()
      .turnAt(address)
      .permit(who)
      .then(
        () => true,
        () => false,
      );
  async function spray(address: (n: number) => string, times: number): Promise<number> {
    let permitted = 0;
    for (let n = 0; n < times; n++) permitted += Number(await isPermitted(`name-${address(n)}-${n}`, address(n)));
    return permitted;
  }

  test('one address that sprays names is stopped, others are not, and it goes on after a while', async () => {
    expect(await spray(() => '192.0.2.1', 105)).toBe(100);
    expect(await isPermitted('jane', '192.0.2.1')).toBe(false);
    expect(await isPermitted('jane', '192.0.2.2')).toBe(true);
    time = new Date(time.getTime() + 10 * 60_000);
    expect(await isPermitted('jane', '192.0.2.1')).toBe(true);
  });

  test('an IPv6 network is one address, however it is written', async () => {
    expect(await spray((n) => `2001:db8:0:7::${n.toString(16)}`, 105)).toBe(100);
    expect(await isPermitted('jane', '2001:0DB8:0000:0007:ffff::1')).toBe(false);
    expect(await isPermitted('jane', '2001:db8::7:0:0:0:1')).toBe(false);
    expect(await isPermitted('jane', '2001:db8:0:8::1')).toBe(true);
  });

  test('whoever is known at a sprayed address gets in still', async () => {
    const turn = throttle().turnAt('192.0.2.1');
    await turn.permit('jane');
    await turn.succeeded();
    await spray(() => '192.0.2.1', 105);
    expect(await isPermitted('jane', '192.0.2.1')).toBe(true);
    expect(await isPermitted('john', '192.0.2.1')).toBe(false);
  });

  test('a restart forgets nothing', async () => {
    for (let n = 0; n < 4; n++) await isPermitted('jane', '192.0.2.1');
    await store.close();
    store = await createSQLiteStore(join(folder, 'nameplate.sqlite'));
    expect(await isPermitted('jane', '192.0.2.2')).toBe(false);
  });

  test('X6 the store learns neither name nor address', async () => {
    const turn = throttle().turnAt('192.0.2.1');
    await turn.permit('a-name-or-a-mistyped-password');
    await turn.succeeded();
    await store.close();
    const { readFile } = await import('node:fs/promises');
    const bytes = (await readFile(join(folder, 'nameplate.sqlite'))).toString('latin1');
    for (const secret of ['a-name-or-a-mistyped', '192.0.2.1']) expect(bytes).not.toContain(secret);
    store = await createSQLiteStore(join(folder, 'nameplate.sqlite'));
  });
});
