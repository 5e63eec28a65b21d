import * as z from 'zod/mini';
import { wholeNumber } from '../../whole-number.ts';

export const pictureSettings = z.strictObject({
  /** Of the JPEG that is written; the default is what Active Directory takes for `thumbnailPhoto`. */
  maxBytes: z._default(wholeNumber.check(z.minimum(4096), z.maximum(2_097_152)), 102_400),
  /** Pixels of the longer side. */
  maxEdge: z._default(wholeNumber.check(z.minimum(32), z.maximum(4096)), 648),
});
export type PictureSettings = z.infer<typeof pictureSettings>;
