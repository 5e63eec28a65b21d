import * as z from 'zod/mini';

export const pictureSettings = z.strictObject({
  /** Of the JPEG that is written; the default is what Active Directory takes for `thumbnailPhoto`. */
  maxBytes: z._default(z.int().check(z.minimum(4096), z.maximum(2_097_152)), 102_400),
  /** Pixels of the longer side. */
  maxEdge: z._default(z.int().check(z.minimum(32), z.maximum(4096)), 648),
});
export type PictureSettings = z.infer<typeof pictureSettings>;
