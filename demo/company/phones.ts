import type { Random } from './random.ts';
import type { Site } from './sites.ts';

type Spelling = (number: { country: string; area: string; trunk: string; extension: string }) => string;

/** The ways in which people write the same number; all are in the alphabet of RFC 4517, 3.3.31. */
const spellings: readonly Spelling[] = [
  ({ country, area, trunk, extension }) => `+${country} ${area} ${trunk}${extension}`,
  ({ country, area, trunk, extension }) => `+${country} ${area} ${trunk}-${extension}`,
  ({ country, area, trunk, extension }) => `+${country} (0)${area} ${trunk}-${extension}`,
  ({ country, area, trunk, extension }) => `+${country} (0) ${area} / ${pairs(trunk)} - ${extension}`,
  ({ area, trunk, extension }) => `0${area}/${pairs(trunk + extension)}`,
  ({ area, trunk, extension }) => `0${area} ${trunk}${extension}`,
  ({ area, trunk, extension }) => `(0${area}) ${trunk} ${extension}`,
  ({ area, trunk, extension }) => `0${area}${trunk}${extension}`,
  ({ area, trunk, extension }) => `0${area}/${trunk}-${extension}`,
  ({ country, area, trunk, extension }) => `00${country}-${area}-${trunk}${extension}`,
  ({ country, area, trunk, extension }) => `+${country}.${area}.${trunk}.${extension}`,
  ({ country, area, trunk, extension }) => `+${country}${area}${trunk}${extension}`,
  ({ area, trunk, extension }) => `Tel. 0${area} ${trunk}-${extension}`,
  ({ area, trunk, extension }) => `0${area} ${trunk}-0, App. ${extension}`,
  ({ extension }) => `intern ${extension}`,
  ({ extension }) => `intern 4${extension}`,
  ({ extension }) => extension,
];

/** A telephone number on a desk, as somebody once typed it; more often well than badly. */
export function drawPhone(random: Random, { country, area, trunk, digits }: Site): string {
  const extension = String(random.between(10 ** (digits - 1), 10 ** digits));
  const [proper] = spellings;
  const spelling = random.chance(0.35) && proper ? proper : random.pick(spellings);
  return spelling({ country, area, trunk, extension });
}

/** A mobile number out of the blocks kept free for films. */
export function drawMobile(random: Random): string {
  const end = String(random.between(10, 100));
  return random.pick([
    `+49 171 39200${end}`,
    `0171/39200${end}`,
    `0171 39 200 ${end}`,
    `+49 (0)176 040690${end}`,
    `0176-040690${end}`,
    `+49176040690${end}`,
  ]);
}

function pairs(digits: string): string {
  return digits.replace(/\d{2}(?=\d{2})/g, '$& ');
}
