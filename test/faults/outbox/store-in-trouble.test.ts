import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { run } from '#test/directories/command.ts';
import { createWorld, type World } from './world.ts';

/** W6: nothing is sent that was not journalled first, so a store that takes nothing is no reason to touch the directory. */
describe('a store that takes nothing', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world?.stop());

  /** Another program writes, and does not come to an end. */
  async function lock() {
    const other = new SQLite(world.storeFile);
    onTestFinished(() => void other.close());
    other.exec('begin immediate');
    return async () => void other.exec('rollback');
  }

  /** No file of the server's takes another byte, as on a disk without room. */
  async function fillDisk() {
    const limit = (bytes: string) => run('prlimit', ['--pid', String(world.server().pid), `--fsize=${bytes}:`]);
    await limit('0');
    return async () => void (await limit('unlimited'));
  }

  test.each([
    ['for another program has it locked', lock, 'is in use by another program'],
    ['for the disk is full', fillDisk, 'cannot be read or written'],
  ])(
    '%s, refuses a save before the directory is touched, and carries it out once, when it can',
    async (_, spoil, sentence) => {
      const [jane, john] = [await world.hire({ title: 'Baker' }), await world.hire({ title: 'Cook' })];
      const [earlier, later] = [`Earlier, ${sentence}`, `Later, ${sentence}`];
      world.proxy.be('refusing');
      const waits = await world.save(john, { title: { from: 'Cook', to: earlier } });
      expect(waits?.body.outcomes.title?.status).toBe('pending');
      world.proxy.be('open');
      await world.server().forgetTroubles();
      const changes = { title: { from: 'Baker', to: later }, nickname: { from: null, to: 'Janey' } };
      const heard = world.proxy.heard().length;

      const mend = await spoil();
      const saved = await world.save(jane, changes);
      const { detail, rule } = (saved?.body ?? {}) as Partial<ProblemDetails>;
      expect([saved?.status, rule, detail]).toEqual([500, 'store', expect.stringContaining(sentence)]);
      expect(detail).toContain('Nothing was saved');
      await world.server().deliver();
      expect(world.proxy.heard().length - heard, 'bytes that the directory was sent').toBe(0);
      await mend();

      expect(await world.waiting(jane)).toEqual([]);
      expect(await world.waiting(john)).toMatchObject([{ state: 'pending', value: earlier }]);
      const again = await world.save(jane, changes);
      expect(again?.body.outcomes.nickname).toMatchObject({ status: 'saved', value: 'Janey' });
      await world.heal();
      for (const [{ username }, title] of [[jane, later] as const, [john, earlier] as const]) {
        expect(await world.company.values(username, 'title')).toEqual([title]);
        expect(await world.writes(title)).toBe(1);
      }
      const { fields = [] } = (await world.profile(jane))?.body ?? {};
      expect(fields.map(({ key, value }) => [key, value])).toContainEqual(['title', later]);
    },
  );
});
