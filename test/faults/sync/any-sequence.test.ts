import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Person } from '#server/store/store.ts';
import type { BreakableProxy } from '#test/faults/proxy.ts';
import { aSync, type SyncUnderTest } from './a-sync.ts';
import { activeDirectoryGrounds, type Grounds, openLDAPGrounds, type Unit } from './grounds.ts';

vi.setConfig({ testTimeout: 240_000 });

/** `npm run test:faults`: runs are killed, too, in processes of their own, which takes its time. */
const isThorough = process.env.FAULT_SCHEDULES !== undefined;

const people = fc.nat({ max: 5 });
/** Somebody who is always there, and a name for those who swap theirs. */
const [stays, between] = [8, 9];
const text = fc.constantFrom('Baker', 'baker', 'Bäcker', 'A  B', 'A B', 'Director');

/** What may happen, in any order: others change the directory, people use Nameplate, runs come to their end or do not. */
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('change' as const), person: people, title: text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clear' as const), person: people }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), person: people }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const), person: people, title: text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('swap' as const), person: people, other: people }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), person: people }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), person: people, nickname: text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const), person: people }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('run' as const),
      mode: fc.constantFrom('full' as const, 'incremental' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), bytes: fc.integer({ min: 50, max: 3000 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('breakOff' as const), pages: fc.nat({ max: 3 }) }) },
  {
    weight: isThorough ? 2 : 0,
    arbitrary: fc.record({ kind: fc.constant('die' as const), pages: fc.nat({ max: 3 }) }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

const telling = { globalConf: ['moduleload syncprov'], databaseConf: ['overlay syncprov'] };

test.each<[string, number, () => Promise<Grounds>]>([
  ['OpenLDAP that tells change sequence numbers', 12, () => openLDAPGrounds(telling)],
  ['OpenLDAP that tells timestamps alone', 12, () => openLDAPGrounds({})],
  ['Active Directory', 4, activeDirectoryGrounds],
])(
  `any sequence of changes, runs${isThorough ? ', kills' : ''} and failures ends as one clean full run would, on %s`,
  async (_, numRuns, start) => {
    const grounds = await start();
    const { proxy } = grounds;
    const bindPassword = grounds.bindPassword();
    onTestFinished(() => grounds.stop());

    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds) => {
        const unit = await grounds.newUnit();
        await unit.add(stays);
        const settings = { removalLimit: { percent: 100, atLeast: 0 } };
        const attributes = ['title'];
        const sync = await aSync({ directories: [unit.definition], settings, attributes, bindPassword });
        const local = new Map<string, unknown>();
        for (const each of deeds) await carryOut(each, { unit, sync, proxy, local });

        const clean = await aSync({ directories: [unit.definition], settings, attributes, bindPassword });
        expect(await clean.run('full')).toMatchObject({ status: 'succeeded' });
        const expected = shown((await clean.people()).values());

        // Whatever went before: no change is lost to a run that reads just what changed …
        expect(await sync.run('incremental')).toMatchObject({ status: 'succeeded' });
        const read = shown((await sync.people()).values());
        for (const [entryId, person] of expected) expect(read.get(entryId)).toEqual(person);
        // … and after a complete one nobody is there who is not, and nobody lost what is their own.
        await sync.run('full');
        expect(await sync.run('full')).toMatchObject({ status: 'succeeded' });
        expect(shown((await sync.people()).values())).toEqual(expected);
        for (const [id, nickname] of local) {
          expect((await sync.store.people.byId(id))?.localValues).toEqual({ nickname });
        }
        const number = await sync.store.sweeps.changeNumber();
        await sync.run('full');
        expect(await sync.store.sweeps.changeNumber()).toBe(number);
      }),
      { numRuns },
    );
  },
);

function shown(all: Iterable<Person>) {
  return new Map(
    [...all].map(({ entryId, username, displayName, attributes }) => [entryId, { username, displayName, attributes }]),
  );
}

/** noSuchAttribute, noSuchObject and entryAlreadyExists (RFC 4511 appendix A), with which `ldapmodify` ends. */
const outOfPlace = [16, 32, 68];

/** Who is not there cannot be changed, nor who is there be added. */
async function attempt(change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? Number(error.status) : Number.NaN;
    if (!outOfPlace.includes(status)) throw error;
  }
}

interface World {
  readonly unit: Unit;
  readonly sync: SyncUnderTest;
  readonly proxy: BreakableProxy;
  readonly local: Map<string, unknown>;
}

async function carryOut(each: Deed, { unit, sync, proxy, local }: World): Promise<void> {
  switch (each.kind) {
    case 'change':
      return attempt(() => unit.change(each.person, each.title));
    case 'clear':
      return attempt(() => unit.clear(each.person));
    case 'delete':
      return attempt(() => unit.delete(each.person));
    case 'add':
      return attempt(() => unit.add(each.person, each.title));
    case 'swap':
      await attempt(() => unit.rename(each.person, between));
      await attempt(() => unit.rename(each.other, each.person));
      return attempt(() => unit.rename(between, each.other));
    case 'move':
      await attempt(() => unit.moveAway(each.person));
      return attempt(() => unit.moveBack(each.person));
    case 'edit': {
      const person = (await sync.people()).get(unit.username(each.person));
      if (!person) return;
      await sync.store.people.changeLocalValues(person.id, person.localRevision, { nickname: each.nickname });
      local.set(person.id, each.nickname);
      return;
    }
    case 'look':
      return sync.look(unit.username(each.person));
    case 'run':
      await sync.run(each.mode);
      return;
    case 'cut':
      proxy.breakWithinAnswer(each.bytes);
      await sync.run();
      proxy.breakWithinAnswer(Number.POSITIVE_INFINITY);
      return;
    case 'breakOff':
      await sync.breakOff(each.pages);
      return sync.outlastLease();
    case 'die':
      await sync.die(each.pages);
      sync.outlastLease();
  }
}
