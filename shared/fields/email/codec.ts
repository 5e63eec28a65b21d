import { textCodec } from '../text/codec.ts';

/** RFC 4524 2.16: an address as it is. */
export const emailCodec = textCodec;
