import { textCodec } from '../text/codec.ts';

/** An address stands in the directory as it was entered. */
export const urlCodec = textCodec;
