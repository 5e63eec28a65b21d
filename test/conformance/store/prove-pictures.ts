import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aRecord } from './a-record.ts';
import { aChange, after, anEdit, aSave, noon } from './an-edit.ts';
import type { Bench } from './store.test.ts';

export function provePictures(bench: () => Bench): void {
  describe('pictures', () => {
    test('F10 a picture comes back byte for byte, by the SHA-256 of its bytes and by nothing else', async () => {
      const { pictures } = bench().store;
      const bytes = randomBytes(100_000);
      const sha256 = await pictures.put(bytes);
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(Buffer.from((await pictures.get(sha256)) ?? [])).toEqual(bytes);
      expect(await pictures.get(sha256.toUpperCase())).toBeUndefined();
      expect(await pictures.get('')).toBeUndefined();
    });

    test('bytes within a larger buffer are kept alone', async () => {
      const { pictures } = bench().store;
      const bytes = new Uint8Array(Uint8Array.from([1, 2, 3, 4, 5]).buffer, 1, 3);
      expect([...((await pictures.get(await pictures.put(bytes))) ?? [])]).toEqual([2, 3, 4]);
    });

    test('the same picture is put by several at once, and again, without harm', async () => {
      const [here, there] = [bench().store, await bench().openAgain()];
      const bytes = randomBytes(1000);
      const hashes = await Promise.all([here, there, here].map(({ pictures }) => pictures.put(bytes)));
      expect(new Set([...hashes, await there.pictures.put(bytes)]).size).toBe(1);
      expect(await there.pictures.get(hashes[0] ?? '')).toHaveLength(1000);
    });

    test('F10 a picture that nothing names is removed a day after that was seen, and none that a person, an edit or the history names', async () => {
      const { pictures, people, outbox, history } = bench().store;
      const put = () => pictures.put(randomBytes(1000));
      const [ofEntry, ofPerson, ofEdit, before, orphan] = await Promise.all([put(), put(), put(), put(), put()]);
      const jane = await people.keepEntry({ ...aRecord(), attributes: { jpegPhoto: [{ sha256: ofEntry }] } }, true);
      await people.changeLocalValues(jane.id, jane.localRevision, { portrait: { sha256: ofPerson } });
      await outbox.begin(aSave({ edits: [anEdit({ values: [{ sha256: ofEdit }], to: null })] }));
      await history.append([aChange({ from: { sha256: before }, exactFrom: null, exactTo: null })]);
      const all = [ofEntry, ofPerson, ofEdit, before, orphan];
      const kept = async () => {
        const found = await Promise.all(all.map((sha256) => pictures.get(sha256)));
        return all.filter((_, index) => found[index] !== undefined);
      };
      expect(await pictures.removeUnnamed(noon)).toBe(0);
      expect(await pictures.removeUnnamed(after(86_399))).toBe(0);
      expect(await kept()).toEqual(all);
      expect(await pictures.removeUnnamed(after(86_400))).toBe(1);
      expect(await kept()).toEqual(all.slice(0, -1));
    });

    test('F10 a picture that is put again, or named again, waits anew', async () => {
      const { pictures, people } = bench().store;
      const [bytes, others] = [randomBytes(1000), randomBytes(1000)];
      const [again, named] = [await pictures.put(bytes), await pictures.put(others)];
      await pictures.removeUnnamed(noon);
      await pictures.put(bytes);
      const record = aRecord();
      const keep = (values: { sha256: string }[]) =>
        people.keepEntry({ ...record, attributes: { jpegPhoto: values } }, true);
      await keep([{ sha256: named }]);
      expect(await pictures.removeUnnamed(after(90_000))).toBe(0);
      await keep([]);
      expect(await pictures.removeUnnamed(after(180_000))).toBe(1);
      expect(await pictures.get(again)).toBeUndefined();
      expect(await pictures.get(named)).toBeDefined();
      expect(await pictures.removeUnnamed(after(270_000))).toBe(1);
    });

    test('a picture that was put has survived a kill -9', async () => {
      const process = await bench().openInProcess();
      const bytes = randomBytes(1000);
      const sha256 = await process.pictures.put(bytes);
      await process.kill();
      expect(Buffer.from((await bench().store.pictures.get(sha256)) ?? [])).toEqual(bytes);
    });
  });
}
