import type { FieldKind, Parsed, PictureLimits } from '../field-kind.ts';
import { pictureCodec } from './codec.ts';
import { isKeptPicture, isNewPicture, mostUploadedBytes, type Picture } from './picture.ts';
import type { PictureSettings } from './schema.ts';

/** FF D8 FF in base64. */
const startOfJPEG = '/9j/';

/** A portrait: a JPEG that Nameplate keeps by its hash. What only a decoder can find out, the server checks. */
export const pictureKind: FieldKind<Picture, PictureSettings> = {
  parse,
  codec: pictureCodec,
  pictureLimits: limitsOf,
  sentences: {
    en: {
      notPicture: () => 'Choose a picture.',
      notJPEG: () => 'This is no JPEG picture.',
      damagedPicture: () => 'This picture is damaged. Choose another one.',
      tooManyBytes: ({ max }) => `This file is too large. Choose one of at most ${megabytes(max)} MB.`,
      tooManyPixels: ({ max }) => `This picture has more than ${max} million pixels. Choose a smaller one.`,
      pictureGone: () => 'Nameplate no longer has this picture. Choose it again.',
    },
    de: {
      notPicture: () => 'Wählen Sie ein Bild.',
      notJPEG: () => 'Das ist kein JPEG-Bild.',
      damagedPicture: () => 'Dieses Bild ist beschädigt. Wählen Sie ein anderes.',
      tooManyBytes: ({ max }) => `Diese Datei ist zu groß. Wählen Sie eine mit höchstens ${megabytes(max)} MB.`,
      tooManyPixels: ({ max }) => `Dieses Bild hat mehr als ${max} Millionen Pixel. Wählen Sie ein kleineres.`,
      pictureGone: () => 'Nameplate hat dieses Bild nicht mehr. Wählen Sie es noch einmal.',
    },
  },
};

export function limitsOf({ maxBytes, maxEdge }: PictureSettings): PictureLimits {
  return { bytes: maxBytes, edge: maxEdge };
}

function parse(input: unknown): Parsed<Picture> {
  if (isKeptPicture(input)) return { value: { sha256: input.sha256 } };
  if (!isNewPicture(input)) return { rule: 'notPicture' };
  if (input.base64.length > (mostUploadedBytes / 3) * 4)
    return { rule: 'tooManyBytes', params: { max: mostUploadedBytes } };
  if (!input.base64.startsWith(startOfJPEG)) return { rule: 'notJPEG' };
  return { value: { base64: input.base64 } };
}

const megabytes = (bytes: string | number | undefined) => Math.floor(Number(bytes) / 2 ** 20);
