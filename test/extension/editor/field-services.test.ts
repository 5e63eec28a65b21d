import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFieldServices } from '../../../extension/editor/field-services.ts';
import type { Result } from '../../../extension/messages.ts';

// A call that does not come through at all is told on the console, too.
beforeEach(() => vi.spyOn(console, 'error').mockReturnValue(undefined));
afterEach(() => vi.restoreAllMocks());

const gone = () => Promise.reject(new Error('Could not establish connection'));

test('F10 a picture whose call did not come through is not to be had now, and is asked for anew', async () => {
  const answers = [gone, async (): Promise<Result<string>> => ({ ok: true, value: 'blob:picture' })];
  const services = createFieldServices({ loadPicture: () => (answers.shift() ?? gone)(), findPeople: gone }, () => ({
    id: 'p1',
    directory: 'hq',
  }));
  expect(await services.loadPicture('a')).toEqual({ status: 'unavailable' });
  expect(await services.loadPicture('a')).toEqual({ status: 'shown', url: 'blob:picture' });
  expect(await services.loadPicture('a')).toEqual({ status: 'shown', url: 'blob:picture' });
});

test('F2 people whose search did not come through are not nobody', async () => {
  const services = createFieldServices({ loadPicture: gone, findPeople: gone }, () => undefined);
  expect(await services.findPeople('jane')).toBeUndefined();
});
