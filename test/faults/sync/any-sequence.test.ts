import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Person } from '#server/store/store.ts';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { aPerson } from '#test/directories/people.ts';
import { startProxy } from '#test/faults/proxy.ts';
import { aSync, directoryOf, type SyncUnderTest } from './a-sync.ts';

vi.setConfig({ testTimeout: 240_000 });

const people = fc.nat({ max: 5 });
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
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('die' as const), pages: fc.nat({ max: 3 }) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

test.each([
  ['change sequence numbers', ['moduleload syncprov'], ['overlay syncprov']],
  ['timestamps alone', [], []],
])(
  'any sequence of changes, runs, failures and kills ends as one clean full run would, by %s',
  async (_, globalConf, databaseConf) => {
    const slapd = await startOpenLDAP({ ldif: aPerson({ uid: 'stays' }), globalConf, databaseConf });
    const proxy = await startProxy(slapd.port);
    onTestFinished(async () => {
      await proxy.close();
      await slapd.stop();
    });
    let units = 0;

    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds) => {
        const unit = await aUnit(slapd, `u${units++}`);
        const url = `ldap://127.0.0.1:${proxy.port}`;
        const definition = directoryOf(slapd, { url, userDN: `ou=${unit.name}`, pageSize: 2 });
        const settings = { removalLimit: { percent: 100, atLeast: 0 } };
        const sync = await aSync({ directories: [definition], settings });
        const local = new Map<string, unknown>();
        for (const each of deeds) await carryOut(each, { unit, sync, proxy, local });

        const clean = await aSync({ directories: [definition], settings });
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
      { numRuns: 12 },
    );
  },
);

function shown(all: Iterable<Person>) {
  return new Map(
    [...all].map(({ entryId, username, displayName, attributes }) => [entryId, { username, displayName, attributes }]),
  );
}

async function aUnit(slapd: OpenLDAP, name: string) {
  const [here, elsewhere] = [`ou=${name},${slapd.baseDN}`, `ou=not-${name},${slapd.baseDN}`];
  for (const dn of [here, elsewhere]) {
    await slapd.ldapmodify(`dn: ${dn}\nchangetype: add\nobjectClass: organizationalUnit\n`);
  }
  await slapd.ldapmodify(aPerson({ uid: 'stays', parent: here }).replace('\n', '\nchangetype: add\n'));
  return {
    name,
    here,
    elsewhere,
    /** What is not possible, such as to change somebody who is not there, changes nothing. */
    modify: (ldif: string) => slapd.ldapmodify(ldif).catch(() => ''),
  };
}

interface World {
  readonly unit: Awaited<ReturnType<typeof aUnit>>;
  readonly sync: SyncUnderTest;
  readonly proxy: Awaited<ReturnType<typeof startProxy>>;
  readonly local: Map<string, unknown>;
}

async function carryOut(each: Deed, { unit, sync, proxy, local }: World): Promise<void> {
  const dn = (person: number, parent = unit.here) => `uid=p${person},${parent}`;
  const rename = (from: string, to: string) =>
    unit.modify(`dn: ${from}\nchangetype: modrdn\nnewrdn: uid=${to}\ndeleteoldrdn: 1\n`);
  switch (each.kind) {
    case 'change':
      await unit.modify(`dn: ${dn(each.person)}\nchangetype: modify\nreplace: title\ntitle:: ${base64(each.title)}\n`);
      return;
    case 'clear':
      await unit.modify(`dn: ${dn(each.person)}\nchangetype: modify\ndelete: title\n`);
      return;
    case 'delete':
      await unit.modify(`dn: ${dn(each.person)}\nchangetype: delete\n`);
      return;
    case 'add': {
      const entry = aPerson({ uid: `p${each.person}`, parent: unit.here, title: each.title });
      await unit.modify(entry.replace('\n', '\nchangetype: add\n'));
      return;
    }
    case 'swap':
      await rename(dn(each.person), 'between');
      await rename(dn(each.other), `p${each.person}`);
      await rename(`uid=between,${unit.here}`, `p${each.other}`);
      return;
    case 'move': {
      const move = (from: string, to: string) =>
        unit.modify(
          `dn: ${dn(each.person, from)}\nchangetype: modrdn\nnewrdn: uid=p${each.person}\ndeleteoldrdn: 0\nnewsuperior: ${to}\n`,
        );
      await move(unit.here, unit.elsewhere);
      await move(unit.elsewhere, unit.here);
      return;
    }
    case 'edit': {
      const person = (await sync.people()).get(`p${each.person}`);
      if (!person) return;
      await sync.store.people.changeLocalValues(person.id, person.localRevision, { nickname: each.nickname });
      local.set(person.id, each.nickname);
      return;
    }
    case 'look':
      await sync.look(`p${each.person}`);
      return;
    case 'run':
      await sync.run(each.mode);
      return;
    case 'cut':
      proxy.breakWithinAnswer(each.bytes);
      await sync.run();
      proxy.breakWithinAnswer(Number.POSITIVE_INFINITY);
      return;
    case 'die':
      await sync.die(each.pages);
      sync.outlastLease();
  }
}

function base64(value: string): string {
  return Buffer.from(value).toString('base64');
}
