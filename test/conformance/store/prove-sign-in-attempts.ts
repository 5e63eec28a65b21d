import { describe, expect, test } from 'vitest';
import type { Bucket } from '#server/store/sign-in-attempts.ts';
import type { Bench } from './store.test.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 23, 12, minute));

export function proveSignInAttempts(bench: () => Bench): void {
  describe('attempts to sign in', () => {
    const aBucket = (key: string, most: number, until: number, prolongs = true): Bucket => ({
      key,
      most,
      expiresAt: at(until),
      prolongs,
    });

    test('X4 so many are counted, and the next one is told when they are forgotten', async () => {
      const { signInAttempts } = bench().store;
      expect(await signInAttempts.take([aBucket('jane', 2, 30)], at(0))).toBeUndefined();
      expect(await signInAttempts.take([aBucket('jane', 2, 31)], at(1))).toBeUndefined();
      expect(await signInAttempts.take([aBucket('jane', 2, 32)], at(2))).toEqual(at(31));
      expect(await signInAttempts.take([aBucket('john', 2, 32)], at(2))).toBeUndefined();
      expect(await signInAttempts.take([aBucket('jane', 2, 61)], at(31))).toBeUndefined();
    });

    test('a bucket that is not prolonged ends where its first attempt said', async () => {
      const { signInAttempts } = bench().store;
      await signInAttempts.take([aBucket('all', 2, 10, false)], at(0));
      await signInAttempts.take([aBucket('all', 2, 19, false)], at(9));
      expect(await signInAttempts.take([aBucket('all', 2, 19, false)], at(9))).toEqual(at(10));
      expect(await signInAttempts.take([aBucket('all', 2, 20, false)], at(10))).toBeUndefined();
    });

    test('where one bucket is full, none counts', async () => {
      const { signInAttempts } = bench().store;
      await signInAttempts.take([aBucket('full', 1, 10)], at(0));
      expect(await signInAttempts.take([aBucket('other', 1, 10), aBucket('full', 1, 10)], at(1))).toEqual(at(10));
      expect(await signInAttempts.take([aBucket('other', 1, 10)], at(1))).toBeUndefined();
    });

    test('what is given back or forgotten is free again', async () => {
      const { signInAttempts } = bench().store;
      await signInAttempts.take([aBucket('jane', 1, 10)], at(0));
      await signInAttempts.giveBack(['jane', 'nobody']);
      expect(await signInAttempts.take([aBucket('jane', 1, 10)], at(0))).toBeUndefined();
      await signInAttempts.forget(['jane', 'nobody']);
      expect(await signInAttempts.take([aBucket('jane', 1, 10)], at(0))).toBeUndefined();
    });

    test('X4 of 20 at once, over two doors, just as many are let in as may', async () => {
      const { store, openInProcess } = bench();
      const doors = [store, await openInProcess()];
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, n) => doors[n % 2]?.signInAttempts.take([aBucket('jane', 3, 10)], at(0))),
      );
      expect(outcomes.filter((until) => until === undefined)).toHaveLength(3);
    });

    test('a place is known until it is forgotten, and what is over is removed', async () => {
      const { signInAttempts } = bench().store;
      await signInAttempts.keepPlaces(['here', 'there'], at(10));
      await signInAttempts.keepPlaces(['there'], at(20));
      expect(await signInAttempts.isKnownPlace('here', at(9))).toBe(true);
      expect(await signInAttempts.isKnownPlace('here', at(10))).toBe(false);
      expect(await signInAttempts.isKnownPlace('elsewhere', at(0))).toBe(false);
      await signInAttempts.take([aBucket('jane', 1, 10)], at(0));
      expect(await signInAttempts.removeExpired(at(10))).toBe(2);
      expect(await signInAttempts.isKnownPlace('there', at(19))).toBe(true);
    });
  });
}
