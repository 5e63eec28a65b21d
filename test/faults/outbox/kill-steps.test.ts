import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { steps } from './steps.ts';
import { createWorld, type World } from './world.ts';

/** W6: the server is killed at each step, at a save that goes at once and at one that waited. */
describe('kill -9 at any step of a save', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world?.stop());

  test.each(steps.filter((step) => step !== 'claimed'))(
    '%s: a save at once is there once, or not at all',
    async (step) => {
      const jane = await world.hire({ title: 'Baker' });
      await world.server().dieAt(step);
      expect(await world.save(jane, { title: { from: 'Baker', to: `At ${step}` } })).toBeUndefined();
      await world.heal();
      const isKept = step !== 'beforeJournal';
      expect(await world.company.values(jane.username, 'title')).toEqual([isKept ? `At ${step}` : 'Baker']);
      expect(await world.writes(`At ${step}`)).toBe(isKept ? 1 : 0);
      expect(await historyOf(jane.personId)).toEqual(isKept ? [['Baker', `At ${step}`]] : []);
      expect(await world.waiting(jane)).toEqual([]);
    },
  );

  test.each(steps.filter((step) => !['beforeJournal', 'journalled'].includes(step)))(
    '%s: a save that waited is there once',
    async (step) => {
      const jane = await world.hire({ title: 'Baker' });
      world.proxy.be('refusing');
      const saved = await world.save(jane, { title: { from: 'Baker', to: `Later at ${step}` } });
      expect(saved?.body.outcomes.title?.status).toBe('pending');
      world.proxy.be('open');
      await world.server().dieAt(step);
      await world.server().deliver();
      expect(world.server().isDead()).toBe(true);
      await world.heal();
      expect(await world.company.values(jane.username, 'title')).toEqual([`Later at ${step}`]);
      expect(await world.writes(`Later at ${step}`)).toBe(1);
      expect(await historyOf(jane.personId)).toEqual([['Baker', `Later at ${step}`]]);
    },
  );

  test('sent, before any answer: what slapd carries out after it was stopped is found, not repeated', async () => {
    const jane = await world.hire({ title: 'Baker' });
    await world.profile(jane);
    world.company.slapd.pause();
    const saving = world.save(jane, { title: { from: 'Baker', to: 'Sent' } });
    expect((await saving)?.body.outcomes.title?.status).toBe('pending');
    await world.server().kill();
    await world.heal();
    expect(await world.company.values(jane.username, 'title')).toEqual(['Sent']);
    expect(await world.writes('Sent')).toBe(1);
    expect(await historyOf(jane.personId)).toEqual([['Baker', 'Sent']]);
  });

  async function historyOf(personId: string) {
    const changes = await world.server().history();
    return changes.filter((change) => change.personId === personId).map(({ from, to }) => [from, to]);
  }
});
