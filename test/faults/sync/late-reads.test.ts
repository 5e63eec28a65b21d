import { expect, onTestFinished, test, vi } from 'vitest';
import { aSync } from './a-sync.ts';
import { directories } from './grounds.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Somebody's profile was opened, which read the entry before a run did, and is kept after it. */
test.each(directories)(
  'S2 S9 a change that a late read does not have is not lost beyond the next run: %s',
  async (_, start) => {
    const grounds = await start();
    onTestFinished(() => grounds.stop());
    const unit = await grounds.newUnit(3);
    const bindPassword = grounds.bindPassword();
    const sync = await aSync({ directories: [unit.definition], attributes: ['title'], bindPassword });
    const titleOf = async (person: number) => (await sync.people()).get(unit.username(person))?.attributes.title;
    const incremental = { status: 'succeeded', directories: [{ mode: 'incremental' }] };
    await sync.run();
    /** The latest change of all is read again in any case, so let that be somebody else's. */
    const change = async (person: number, title: string) => {
      await unit.change(person, title);
      await unit.change(2, `after ${title}`);
    };

    // The late read has what was there for a moment only, and is kept after a run that found nothing new.
    await change(0, 'Director');
    await sync.look(unit.username(0), async () => {
      await change(0, 'Title 0');
      expect(await sync.run()).toMatchObject(incremental);
    });
    expect(await titleOf(0)).toEqual(['Director']);
    expect(await sync.run()).toMatchObject({ directories: [{ mode: 'incremental', changed: 1 }] });
    expect(await titleOf(0)).toEqual(['Title 0']);

    // It is kept while a run is under way, which leaves alone whoever was read since it began.
    await change(1, 'Baker');
    let looked: Promise<void> | undefined;
    const run = new Promise((resolve) => {
      looked = sync.look(unit.username(1), async () => {
        await change(1, 'Cook');
        const isUnderWay = Promise.withResolvers<void>();
        const beforePage = () => {
          isUnderWay.resolve();
          return looked;
        };
        resolve(sync.run('incremental', { beforePage }));
        await isUnderWay.promise;
      });
    });
    await looked;
    expect(await run).toMatchObject(incremental);
    expect(await titleOf(1)).toEqual(['Baker']);
    expect(await sync.run()).toMatchObject({ directories: [{ mode: 'incremental', changed: 1 }] });
    expect(await titleOf(1)).toEqual(['Cook']);
    const number = await sync.store.sweeps.changeNumber();
    expect(await sync.run()).toMatchObject(incremental);
    expect(await sync.store.sweeps.changeNumber()).toBe(number);
  },
);
