import { textCodec } from '../text/codec.ts';

/** The option's value is what the directory holds; a value that is no option is shown and kept until another is chosen. */
export const selectCodec = textCodec;
