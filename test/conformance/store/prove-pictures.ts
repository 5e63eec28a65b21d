import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
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

    test('a picture that was put has survived a kill -9', async () => {
      const process = await bench().openInProcess();
      const bytes = randomBytes(1000);
      const sha256 = await process.pictures.put(bytes);
      await process.kill();
      expect(Buffer.from((await bench().store.pictures.get(sha256)) ?? [])).toEqual(bytes);
    });
  });
}
