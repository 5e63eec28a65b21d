import type { Codec } from '../field-kind.ts';
import { formatInternational } from './international.ts';

export const phoneCodec: Codec<string> = {
  decode: ([first], { defaultCountry }) => first && (formatInternational(first, defaultCountry) ?? first),
  encode: (phone) => (phone === undefined ? [] : [phone]),
};
