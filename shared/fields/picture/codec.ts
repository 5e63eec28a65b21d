import type { Codec } from '../field-kind.ts';
import type { Picture } from './picture.ts';

/** What the directory holds is shown by its hash, a picture or not; that it is none shows when it is looked at. */
export const pictureCodec: Codec<Picture> = {
  decode: ([sha256]) => (sha256 === undefined ? undefined : { sha256 }),
  encode(picture) {
    if (picture === undefined) return [];
    if ('base64' in picture) throw new Error('A picture is written only after it is kept');
    return [picture.sha256];
  },
};
