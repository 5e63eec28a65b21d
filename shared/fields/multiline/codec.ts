import { textCodec } from '../text/codec.ts';

/** Line breaks stay as they are found and entered: directories keep LF and CR LF alike. */
export const multilineCodec = textCodec;
