import { describe, expect, test } from 'vitest';
import { aSubject } from './change.ts';
import type { Bench } from './directory.test.ts';

const base64 = (value: string) => Buffer.from(value).toString('base64');

export function describeContention(bench: Bench): void {
  describe('several change the same entry (W4; by the assertion control of L13 where there is one)', () => {
    test('twenty at once from the same base value: exactly one is saved', async () => {
      const { directory, gateway } = bench;
      const attribute = directory.textAttribute;
      const subject = await aSubject(bench, 'race-20', attribute, ['Base']);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          let isConflict = false;
          await gateway.change(subject.id, [attribute], (entry) => {
            isConflict = entry.attributes[attribute]?.[0] !== 'Base';
            return isConflict ? [] : [{ attribute, remove: ['Base'], add: [`Writer ${index}`] }];
          });
          return isConflict ? undefined : `Writer ${index}`;
        }),
      );
      const saved = outcomes.filter((outcome) => outcome !== undefined);
      expect(saved).toHaveLength(1);
      expect(await subject.inDirectory()).toEqual([base64(saved[0] ?? '')]);
    });

    test('of eight who replace a picture at once, one is saved, and no picture is lost unseen', async () => {
      const { directory, gateway } = bench;
      const attribute = directory.pictureAttribute;
      const picture = (seed: number) => Buffer.from([0xff, 0xd8, 0xff, ...Array(2000).fill(seed)]);
      const subject = await aSubject(bench, 'race-picture', attribute, [picture(0)]);
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, async (_, index) => {
          let isConflict = false;
          const mine = picture(index + 1);
          await gateway.change(subject.id, [attribute], (entry) => {
            const held = Buffer.from((entry.attributes[attribute]?.[0] ?? '') as Uint8Array);
            isConflict = !held.equals(picture(0));
            return isConflict ? [] : [{ attribute, remove: [picture(0)], add: [mine] }];
          });
          return isConflict ? undefined : mine;
        }),
      );
      const saved = outcomes.filter((outcome) => outcome !== undefined);
      expect(saved).toHaveLength(1);
      expect(await subject.inDirectory()).toEqual([saved[0]?.toString('base64')]);
    });

    test('twenty at once set an empty attribute of several values: never two values, never a false success', async () => {
      const { directory, gateway } = bench;
      const attribute = directory.multiValuedAttribute;
      const subject = await aSubject(bench, 'race-empty', attribute, []);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          let isConflict = false;
          const value = `+49 ${index}`;
          const written = await gateway.change(subject.id, [attribute], (entry) => {
            isConflict = entry.attributes[attribute] !== undefined;
            return isConflict ? [] : [{ attribute, remove: [], add: [value] }];
          });
          return isConflict || written?.refused.size ? undefined : value;
        }),
      );
      const saved = outcomes.filter((outcome) => outcome !== undefined);
      expect(saved).toHaveLength(1);
      expect(await subject.inDirectory()).toEqual([base64(saved[0] ?? '')]);
    });

    test('eight who count up lose no step', async () => {
      const { directory, gateway } = bench;
      const attribute = directory.textAttribute;
      const subject = await aSubject(bench, 'race-count', attribute, ['0']);
      const countUp = () =>
        gateway.change(subject.id, [attribute], (entry) => {
          const current = String(entry.attributes[attribute]?.[0]);
          return [{ attribute, remove: [current], add: [String(Number(current) + 1)] }];
        });
      const rounds = Array.from({ length: 8 }, async () => {
        for (let round = 0; round < 3; round++) await countUp();
      });
      await Promise.all(rounds);
      expect(await subject.inDirectory()).toEqual([base64('24')]);
    });
  });
}
