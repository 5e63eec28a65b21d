import sharp, { type Sharp } from 'sharp';
import type { PictureLimits } from '#shared/fields/field-kind.ts';
import { looksLikeJPEG } from '#shared/fields/picture/picture.ts';
import { Problem } from '../problem.ts';

const million = 1_000_000;
/** A picture of 30,000 by 30,000 pixels would be 2.7 GB once it is decoded. */
const mostPixels = 24 * million;
const secondsToDecode = 10;
const inside = { fit: 'inside', withoutEnlargement: true } as const;
const qualities = [88, 80, 70, 60, 50];

/**
 * Makes of an uploaded JPEG the one that is kept and written: turned upright, without any metadata, and as good as the
 * limits allow. Throws an `invalid` Problem for everything that is no sound JPEG of a reasonable size.
 */
export async function preparePicture(bytes: Uint8Array, { bytes: mostBytes, edge }: PictureLimits): Promise<Buffer> {
  const upright = await decode(bytes, edge);
  for (let longer = edge; ; longer = Math.floor(longer * 0.8)) {
    const scaled = upright.clone().resize(longer, longer, inside);
    for (const quality of qualities) {
      const made = await scaled.clone().jpeg({ quality }).toBuffer();
      if (made.length <= mostBytes) return made;
    }
  }
}

/** No larger than it may be, so that a picture of many pixels never stands in memory as a whole. */
async function decode(bytes: Uint8Array, edge: number): Promise<Sharp> {
  if (!looksLikeJPEG(bytes)) throw broken('notJPEG', 'This is no JPEG picture.');
  const image = sharp(bytes, { limitInputPixels: false, failOn: 'error' });
  const { format, width, height } = await image.metadata().catch(damaged);
  if (format !== 'jpeg') throw broken('notJPEG', 'This is no JPEG picture.');
  if (width * height > mostPixels) {
    const max = mostPixels / million;
    throw broken('tooManyPixels', `This picture has more than ${max} million pixels.`, { max });
  }
  const { data, info } = await image
    .timeout({ seconds: secondsToDecode })
    .autoOrient()
    .resize(edge, edge, inside)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

function damaged(cause: unknown): never {
  throw broken('damagedPicture', 'This picture is damaged.', {}, cause);
}

function broken(rule: string, sentence: string, params: Readonly<Record<string, number>> = {}, cause?: unknown) {
  return new Problem('invalid', sentence, { rule, params, cause });
}
