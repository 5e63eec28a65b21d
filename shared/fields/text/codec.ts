import type { Codec } from '../field-kind.ts';

export const textCodec: Codec<string> = {
  decode: ([first]) => first,
  encode: (text) => (text === undefined ? [] : [text]),
};
