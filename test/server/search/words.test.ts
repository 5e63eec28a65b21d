import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wantedWords, wordsOf } from '#server/search/words.ts';

/** What the index does: all words wanted, each in one of its spellings, begin a word of the text. */
function isFound(text: string, typed: string): boolean {
  const words = wordsOf(text);
  const begins = (wanted: string) => words.some((each) => each.startsWith(wanted));
  const wanted = wantedWords(typed);
  return wanted.length > 0 && wanted.every((ways) => ways.some((way) => way.every(begins)));
}

describe('what somebody types finds what stands there', () => {
  test.each([
    ['Jürgen Groß', ['jürgen', 'JURGEN', 'Juergen', 'gross', 'groß', 'GROSS', 'groß jür', 'JU\u0308RGEN']],
    ['Mueller', ['Müller', 'mueller']],
    ['Søren Ågård', ['soren', 'soeren', 'agard', 'aagaard', 'ÅG']],
    ['Łukasz Żółć', ['lukasz', 'zolc', 'żółć']],
    ['Ðorđe Ђорђе', ['dorde', 'Ђор', 'ђорђе']],
    ['Ιωάννης ΟΔΥΣΣΕΥΣ', ['ιωαννης', 'οδυσσευς']],
    ["Seán O'Brien-Smith", ['obrien', "o'brien", 'O’Brien', 'brien', 'smith', 'sean obriensmith', 'brien-smith']],
    ['İpek Işık', ['ipek', 'isik']],
    ['王小明', ['王', '王小明']],
    ['anna.berg@example.org', ['anna', 'berg', 'anna.berg', 'anna.berg@example.org', 'example.org']],
    ['ﬁnance', ['finance']],
    [
      '+49 611 1234567',
      ['+49 611 1234567', '496111234567', '0611', '0611 1234567', '0611/123', '06111234567', '1234567'],
    ],
    ['+49 611 1234567', ['0049 611 12', '+49 (0)611 1234567', '611 1234567', '611-123-4567', '+49', '12345']],
    ['+1 202 555 0143 ext. 12', ['202 555', '(202) 555-0143', '5550143', 'ext 12']],
    ['Building 12 34', ['12 34', '34', 'building 12']],
  ])('%s', (text, typed) => {
    expect(typed.filter((each) => !isFound(text, each))).toEqual([]);
  });

  test.each([
    ['Jürgen Groß', ['urgen', 'gros x', 'x', '', ' ', '*', '"', '%']],
    ['+49 611 1234567', ['234567', '0711', '+48']],
  ])('and nothing else finds %s', (text, typed) => {
    expect(typed.filter((each) => isFound(text, each))).toEqual([]);
  });

  test('every text is found by itself, and words hold letters and digits alone (X2)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const words = wordsOf(text);
        expect(words.filter((each) => !/^[\p{L}\p{N}]{1,64}$/u.test(each))).toEqual([]);
        expect(
          wantedWords(text)
            .flat(2)
            .filter((each) => !/^[\p{L}\p{N}]{1,64}$/u.test(each)),
        ).toEqual([]);
        if (words.length > 0) expect(isFound(text, text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
