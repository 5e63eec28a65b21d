import { expect, test } from 'vitest';
import { createBreaker } from '#server/directory/breaker.ts';
import { ConnectionError, ResultError } from '#server/directory/connection-errors.ts';

const down = new ConnectionError('unreachable', 'No connection');
const denied = new ResultError(49, 'data 52e');

function aBreaker() {
  let [time, attempts] = [0, 0];
  const guarded = createBreaker({ now: () => time, random: () => 1 });
  return {
    pass(milliseconds: number) {
      time += milliseconds;
    },
    attempts: () => attempts,
    open: (error?: Error) =>
      guarded(async () => {
        attempts += 1;
        await Promise.resolve();
        if (error) throw error;
        return 'open';
      }),
  };
}

test('a hundred who come at once are one attempt until the directory is proven, and share its outcome', async () => {
  const breaker = aBreaker();
  const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => breaker.open(denied)));
  expect(outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason === denied)).toBe(true);
  expect(breaker.attempts()).toBe(1);
});

test('a service account that is denied is not tried again for a quarter of an hour', async () => {
  const breaker = aBreaker();
  await expect(breaker.open(denied)).rejects.toBe(denied);
  breaker.pass(899_999);
  await expect(breaker.open()).rejects.toBe(denied);
  expect(breaker.attempts()).toBe(1);
  breaker.pass(1);
  expect(await breaker.open()).toBe('open');
});

test('a directory that is down is tried again at once twice, then after pauses that grow up to ten seconds', async () => {
  const breaker = aBreaker();
  let attempts = 0;
  for (const pause of [0, 0, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]) {
    await expect(breaker.open(down)).rejects.toBe(down);
    expect(breaker.attempts()).toBe(++attempts);
    if (pause === 0) continue;
    breaker.pass(pause - 1);
    await expect(breaker.open()).rejects.toBe(down);
    expect(breaker.attempts()).toBe(attempts);
    breaker.pass(1);
  }
  expect(await breaker.open()).toBe('open');
});

test('once it is proven, connections open side by side; after a failure one at a time again', async () => {
  const breaker = aBreaker();
  await breaker.open();
  expect(await Promise.all([breaker.open(), breaker.open()])).toEqual(['open', 'open']);
  expect(breaker.attempts()).toBe(3);
  await expect(breaker.open(down)).rejects.toBe(down);
  await Promise.allSettled([breaker.open(down), breaker.open(down)]);
  expect(breaker.attempts()).toBe(5);
});
