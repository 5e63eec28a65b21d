/** Words as they are compared: neither case nor accents count, and a number's blanks do not either. */

/** Letters that no decomposition takes apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ς: 'σ',
};
/** How letters with dots and strokes are typed where no key has them: Müller is Mueller, too. */
const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

const longest = 64;
const word = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;
const number = /\+?\(?\d(?:[\s()/.-]{0,3}\d)*/gu;

/** Every word of a text that somebody may be found by, in all spellings in which it may be typed. */
export function wordsOf(text: string): string[] {
  return [...new Set([...spellings(text).flat(2), ...numbersOf(text).flatMap(wholeNumbers)])];
}

/** What a search asks for: all of these, each in one of several spellings, each of them words that have to be there. */
export type Wanted = readonly (readonly (readonly string[])[])[];

export function wantedWords(text: string): Wanted {
  const numbers = numbersOf(text).filter(({ groups }) => groups.length > 1);
  const rest = numbers.reduce((left, { typed }) => left.replace(typed, ' '), text);
  return [...numbers.map(({ groups }) => [[groups.join('')], groups]), ...spellings(rest)];
}

function spellings(text: string): string[][][] {
  const found = (text.normalize('NFC').match(word) ?? []).map((each) => {
    const parts = each.split(/['’-]/u);
    const ways = [parts, parts.map(spellOut), [parts.join('')]].map((way) => way.map(fold).filter(Boolean));
    return ways.filter(
      (way, index) => way.length > 0 && ways.findIndex((other) => other.join() === way.join()) === index,
    );
  });
  return found.filter((ways) => ways.length > 0);
}

function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøłđðþıħς]/gu, (letter) => letters[letter] ?? letter);
  return plain
    .slice(0, 4 * longest)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, longest)
    .replace(/\p{Cs}$/u, '');
}

function spellOut(text: string): string {
  return text.toLowerCase().replace(/[äöüøå]/gu, (letter) => spelledOut[letter] ?? letter);
}

interface TypedNumber {
  readonly typed: string;
  readonly isInternational: boolean;
  /** Its digits as they were grouped, the country code first where there is one. */
  readonly groups: readonly string[];
}

function numbersOf(text: string): TypedNumber[] {
  return (text.match(number) ?? []).flatMap((typed) => {
    const isInternational = /^(?:\+|00)/u.test(typed);
    const groups = typed.replace(/\(0\)/u, ' ').replace(/^00/u, '').match(/\d+/gu) ?? [];
    return groups.length > 0 && (groups.length > 1 || isInternational) ? [{ typed, isInternational, groups }] : [];
  });
}

/** A number from each of its groups to its end, and as it is dialled within the country. */
function wholeNumbers({ groups, isInternational }: TypedNumber): string[] {
  const tails = groups.map((_, from) => groups.slice(from).join('').slice(0, longest));
  const [, national] = tails;
  return isInternational && national ? [...tails, `0${national}`.slice(0, longest)] : tails;
}

/** What people are sorted by: their names' words as they are compared. */
export function sortKeyOf(name: string): string {
  return (name.match(word) ?? []).map(fold).join(' ');
}
