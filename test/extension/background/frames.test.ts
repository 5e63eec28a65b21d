import { beforeEach, describe, expect, test } from 'vitest';
import { createFrameRegistry, type FrameRegistry, type Frames } from '../../../extension/background/frames.ts';
import type { Stored } from '../../../extension/settings.ts';
import { inMemory } from './in-memory.ts';

const token = 'a'.repeat(32);
const frame = { tabId: 7, frameId: 3 };
/** A launcher in a browser that tells it no number of its frame. */
const inTab = (tabId: number) => ({ tabId, frameId: undefined });
let time: number;
let stored: Stored<Frames>;
let frames: FrameRegistry;

beforeEach(() => {
  time = 0;
  stored = inMemory();
  frames = createFrameRegistry({ stored, now: () => time });
});

describe('X3 a token lets one frame be the editor', () => {
  test('once', async () => {
    await frames.expect(token, inTab(7));
    expect(await frames.claim(token, frame)).toBe(true);
    expect(await frames.claim(token, frame)).toBe(false);
    expect(await frames.claim(token, { tabId: 7, frameId: 4 })).toBe(false);
    expect(await frames.tokenOf(frame)).toBe(token);
  });

  test('also when many claim it at the same moment', async () => {
    await frames.expect(token, inTab(7));
    const claims = Array.from({ length: 20 }, (_, index) => frames.claim(token, { tabId: 7, frameId: index + 1 }));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
  });

  test('of the tab whose launcher made it, and not the page of that tab itself', async () => {
    await frames.expect(token, inTab(7));
    expect(await frames.claim(token, { tabId: 8, frameId: 3 })).toBe(false);
    expect(await frames.claim(token, { tabId: 7, frameId: 0 })).toBe(false);
    expect(await frames.claim(token, frame)).toBe(true);
  });

  test('and no other frame, where the browser tells the launcher which it is', async () => {
    await frames.expect(token, frame);
    expect(await frames.claim(token, { tabId: 7, frameId: 4 })).toBe(false);
    expect(await frames.claim(token, frame)).toBe(true);
  });

  test('within half a minute', async () => {
    await frames.expect(token, inTab(7));
    time = 30_000;
    expect(await frames.claim(token, frame)).toBe(false);
  });

  test('that somebody expected: no other token, and none that is no token', async () => {
    expect(await frames.claim(token, frame)).toBe(false);
    for (const bad of ['', 'a'.repeat(31), 'A'.repeat(32), '__proto__', 'constructor', `${'a'.repeat(32)}\n`]) {
      expect([bad, await frames.expect(bad, inTab(7))]).toEqual([bad, false]);
      expect([bad, await frames.claim(bad, frame)]).toEqual([bad, false]);
    }
  });

  test('a window of our own is the page of its tab, not a frame in it', async () => {
    await frames.expect(token, undefined);
    expect(await frames.claim(token, frame)).toBe(false);
    expect(await frames.claim(token, { tabId: 7, frameId: 0 })).toBe(true);
    expect(await frames.placeOf(token)).toEqual({ tabId: 7, frameId: 0 });
  });
});

test('a window of our own stays the editor when it is loaded anew; no other place becomes it', async () => {
  await frames.expect(token, undefined);
  await frames.claim(token, { tabId: 7, frameId: 0 });
  time = 3_600_000;
  expect(await frames.claim(token, { tabId: 7, frameId: 0 })).toBe(true);
  expect(await frames.claim(token, { tabId: 8, frameId: 0 })).toBe(false);
  expect(await frames.claim(token, frame)).toBe(false);
});

test('a token that was expected or claimed before is not taken a second time', async () => {
  expect(await frames.expect(token, inTab(7))).toBe(true);
  expect(await frames.expect(token, inTab(8))).toBe(false);
  await frames.claim(token, frame);
  expect(await frames.expect(token, inTab(7))).toBe(false);
  expect(await frames.placeOf(token)).toEqual(frame);
});

test('the editor stays the editor after half a minute, and when the background has ended meanwhile', async () => {
  await frames.expect(token, inTab(7));
  await frames.claim(token, frame);
  time = 3_600_000;
  const woken = createFrameRegistry({ stored, now: () => time });
  expect(await woken.tokenOf(frame)).toBe(token);
  expect(await woken.tokenOf({ tabId: 7, frameId: 4 })).toBeUndefined();
});

test('a tab has one editor, however often a page makes the launcher open it anew', async () => {
  await frames.expect(token, inTab(7));
  await frames.claim(token, frame);
  await frames.expect('b'.repeat(32), inTab(7));
  expect(await frames.tokenOf(frame)).toBeUndefined();
  expect(Object.keys((await stored.read()) ?? {})).toEqual(['b'.repeat(32)]);
});

test('what is closed is forgotten: a frame, and all frames of a tab', async () => {
  const [other, third] = ['b'.repeat(32), 'c'.repeat(32)];
  await frames.expect(token, inTab(7));
  await frames.claim(token, frame);
  await frames.forget(token);
  expect(await frames.tokenOf(frame)).toBeUndefined();
  await frames.expect(other, inTab(7));
  await frames.expect(third, inTab(8));
  await frames.forgetTab(7);
  expect(await frames.claim(other, frame)).toBe(false);
  expect(await frames.claim(third, { tabId: 8, frameId: 1 })).toBe(true);
});

test('tokens that nobody claimed do not pile up', async () => {
  await frames.expect(token, inTab(7));
  time = 30_000;
  await frames.expect('b'.repeat(32), inTab(8));
  expect(Object.keys((await stored.read()) ?? {})).toEqual(['b'.repeat(32)]);
});

test('storage that fails once is no end: the next in turn is answered', async () => {
  const failing = createFrameRegistry({
    stored: { ...stored, write: () => (time++ === 0 ? Promise.reject(new Error('quota')) : Promise.resolve()) },
    now: () => time,
  });
  await expect(failing.expect(token, inTab(7))).rejects.toThrow('quota');
  expect(await failing.expect(token, inTab(7))).toBe(true);
});
