import { describe, expect, test } from 'vitest';
import { verifyHistory } from '#server/history/verify-history.ts';
import type { Person } from '#server/store/store.ts';
import type { SyncRun } from '#shared/contract/sync.ts';
import { aRecord, aSession } from './a-record.ts';
import { aChange, aSave, noon } from './an-edit.ts';
import { aProposal } from './prove-proposals.ts';
import type { Bench } from './store.test.ts';

export function provePersonalData(bench: () => Bench): void {
  describe('personal data', () => {
    const erasing = { at: noon, withEdits: false, attempts: ['a'] };

    async function jane(): Promise<Person> {
      return bench().store.people.keepEntry(aRecord({ username: 'Jane' }), true);
    }

    test('somebody is found by their id, and by their login name whatever its case', async () => {
      const { store } = bench();
      const [one, other] = [await jane(), await store.people.keepEntry(aRecord({ directory: 'branch' }), true)];
      await store.people.keepEntry(aRecord({ username: 'max' }), true);
      const { find } = store.personalData;
      expect((await find('JANE')).map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
      expect(await find(one.id)).toEqual([one]);
      expect(await find('jan')).toEqual([]);
    });

    test('W8 erased, there is no person, no session and no edit of theirs, and the chain of the history holds', async () => {
      const { people, sessions, outbox, proposals, history, signInAttempts, personalData } = bench().store;
      const [person, max] = [await jane(), await people.keepEntry(aRecord({ username: 'max' }), true)];
      const { id } = person;
      await sessions.add('hash', aSession(id));
      await outbox.begin(aSave({ personId: id }));
      await proposals.put([aProposal({ personId: id, to: 'Boss' })]);
      await signInAttempts.take([{ key: 'a', most: 1, expiresAt: new Date(Date.now() + 1000), prolongs: false }], noon);
      const changes = [{ personId: id }, { personId: max.id, actorId: id }, { personId: id, actorId: max.id }];
      await history.append(changes.map(aChange));
      await expect(personalData.erase(person, erasing)).rejects.toMatchObject({
        kind: 'conflict',
        options: { rule: 'editsWait' },
      });
      expect(await people.byId(id)).toEqual(person);

      const erased = await personalData.erase(person, { ...erasing, withEdits: true });
      expect(erased).toEqual({ changes: 2, sessions: 1, edits: 2, pictures: 0 });
      expect([await people.byId(id), await personalData.find('jane')]).toEqual([undefined, []]);
      expect([await sessions.byTokenHash('hash'), await outbox.ofPerson(id)]).toEqual([undefined, []]);
      expect(await proposals.ofPerson(id)).toEqual([]);
      expect((await history.list({ limit: 9 })).map(({ personId }) => personId)).toEqual([max.id]);
      expect((await verifyHistory(history)).faults).toEqual([]);
      const again = { key: 'a', most: 1, expiresAt: new Date(Date.now() + 1000), prolongs: false };
      expect(await signInAttempts.take([again], noon)).toBeUndefined();
    });

    test('F10 a picture goes with the last who had it', async () => {
      const { people, pictures, history, personalData } = bench().store;
      const [shared, own, former] = await Promise.all(['a', 'b', 'c'].map((each) => pictures.put(Buffer.from(each))));
      const photo = (...sha256: (string | undefined)[]) => sha256.map((each) => ({ sha256: each ?? '' }));
      const one = await people.keepEntry(aRecord({ attributes: { photo: photo(shared, own) } }), true);
      const other = await people.keepEntry(aRecord({ attributes: { photo: photo(shared) } }), true);
      await history.append([aChange({ personId: one.id, exactFrom: photo(former), from: { sha256: former } })]);
      expect(await personalData.erase(one, erasing)).toMatchObject({ pictures: 2 });
      const left = await Promise.all([shared, own, former].map((each) => pictures.get(each ?? '')));
      expect(left.map(Boolean)).toEqual([true, false, false]);
      expect(await personalData.erase(other, erasing)).toMatchObject({ pictures: 1 });
    });

    test('no change number is given twice, so that whoever follows people misses nobody', async () => {
      const { people, sweeps, personalData } = bench().store;
      const [max, person] = [await people.keepEntry(aRecord({ username: 'max' }), true), await jane()];
      const before = await sweeps.changeNumber();
      await personalData.erase(person, erasing);
      expect(await sweeps.changeNumber()).toBeGreaterThan(before);
      const [followed] = await people.changedAfter(before, 10);
      expect(followed?.id).toBe(max.id);
    });

    test('S7 runs of the sync name them no more; while one is under way, nothing is erased', async () => {
      const { syncRuns, personalData } = bench().store;
      const person = await jane();
      const run = {
        id: 'r',
        startedBy: { kind: 'person' as const, name: 'Jane' },
        mode: 'full' as const,
        dryRun: false,
        status: 'running' as const,
        startedAt: noon.toISOString(),
        isCancelRequested: false,
        directories: [],
      } satisfies SyncRun;
      await syncRuns.begin(run, noon, new Date(noon.getTime() + 20_000));
      await expect(personalData.erase(person, erasing)).rejects.toMatchObject({ options: { rule: 'syncUnderWay' } });
      const changed = (username: string, directory = 'hq') => {
        return { directory, username, displayName: username, kind: 'changed' as const, attributes: ['title'] };
      };
      const changes = [changed('Jane'), changed('max'), changed('Jane', 'branch')];
      await syncRuns.finish({ ...run, status: 'succeeded', failures: [], changes });
      expect(await personalData.mentions(person)).toEqual([{ run: 'r', startedAt: run.startedAt, said: changes[0] }]);
      await personalData.erase(person, erasing);
      const after = await syncRuns.byId('r', noon);
      expect(after?.changes).toEqual(changes.slice(1));
      expect(after?.startedBy.name).toBe('(erased)');
    });
  });
}
