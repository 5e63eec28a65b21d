import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts } from '../../../extension/editor/text-difference.ts';

const marked = (pieces: readonly { readonly text: string; readonly isDifferent: boolean }[]) =>
  pieces.map(({ text, isDifferent }) => (isDifferent ? `[${text}]` : text)).join('');

test.each([
  ['the same', 'the same', 'the same', 'the same'],
  ['Baker', 'BAKER', '[Baker]', '[BAKER]'],
  ['old chief', 'new chief', '[old] chief', '[new] chief'],
  ['', 'x', '', '[x]'],
])('what differs is marked, and nothing else: %s, %s', (one, other, first, second) => {
  expect(compareTexts(one, other).map(marked)).toEqual([first, second]);
});

test('whatever the texts are, the pieces make up each of them, and what is not marked is the same in both', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n') });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [left, right] = compareTexts(one, other);
      const whole = (pieces: typeof left) => pieces.map((piece) => piece.text).join('');
      const same = (pieces: typeof left) => whole(pieces.filter(({ isDifferent }) => !isDifferent));
      expect([whole(left), whole(right)]).toEqual([one, other]);
      expect(same(left)).toBe(same(right));
    }),
  );
});
