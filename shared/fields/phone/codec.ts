import type { Codec } from '../field-kind.ts';
import { formatE164, formatInternational } from './international.ts';

export const phoneCodec: Codec<string> = {
  decode: ([first], { defaultCountry }) => first && (formatInternational(first, defaultCountry) ?? first),
  encode(phone, { phoneFormat }) {
    if (phone === undefined) return [];
    return [phoneFormat === 'E.164' ? formatE164(phone) : phone];
  },
};
