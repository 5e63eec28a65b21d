import type { Codec } from '../field-kind.ts';

/** RFC 4517 3.3.3; what is neither is shown as it stands. */
export const checkboxCodec: Codec<boolean | string> = {
  decode([first]) {
    const upper = first?.toUpperCase();
    return upper === 'TRUE' || upper === 'FALSE' ? upper === 'TRUE' : first;
  },
  encode(value) {
    if (value === undefined) return [];
    return [typeof value === 'string' ? value : value ? 'TRUE' : 'FALSE'];
  },
};
