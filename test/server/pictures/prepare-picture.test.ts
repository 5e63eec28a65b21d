import sharp, { type Create } from 'sharp';
import { describe, expect, test } from 'vitest';
import { preparePicture } from '#server/pictures/prepare-picture.ts';
import { Problem } from '#server/problem.ts';
import { isBinary, kinds } from '#shared/fields/kinds.ts';
import { languages } from '#shared/fields/localized.ts';

const limits = { bytes: 102_400, edge: 648 };
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 90 } },
  });
const plain = (width: number, height: number, members: Partial<Create> = {}) =>
  sharp({ create: { width, height, channels: 3, background: '#3a50d9', ...members } });

async function ruleOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    await preparePicture(bytes, limits);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'invalid') return error.options.rule;
    throw error;
  }
  return undefined;
}

/** The size that a JPEG says it has, made another one. */
function pretending(jpeg: Buffer, width: number, height: number): Buffer {
  const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
  const copy = Buffer.from(jpeg);
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

describe('F10 what is made of an upload', () => {
  test.each([
    ['a large one', noise(900, 700), { bytes: 102_400, edge: 648 }],
    ['a very small limit', noise(500, 500), { bytes: 4096, edge: 648 }],
    ['a tiny picture', plain(8, 8), limits],
  ])('%s stays within bytes and pixels', async (_, upload, own) => {
    const made = await preparePicture(await upload.jpeg({ quality: 95 }).toBuffer(), own);
    const { format, width, height } = await sharp(made).metadata();
    expect(format).toBe('jpeg');
    expect(Math.max(width, height)).toBeLessThanOrEqual(own.edge);
    expect(made.length).toBeLessThanOrEqual(own.bytes);
  });

  test('a picture within its limits keeps its size', async () => {
    const made = await preparePicture(await plain(96, 64).jpeg().toBuffer(), limits);
    expect(await sharp(made).metadata()).toMatchObject({ width: 96, height: 64 });
  });

  test('the same upload becomes the same picture, so that saving it again is no change', async () => {
    const upload = await noise(300, 300).jpeg().toBuffer();
    expect(await preparePicture(upload, limits)).toEqual(await preparePicture(upload, limits));
  });

  test('gray and CMYK become what every directory and browser shows', async () => {
    for (const upload of [plain(50, 50).grayscale(), plain(50, 50).toColourspace('cmyk')]) {
      const made = await preparePicture(await upload.jpeg().toBuffer(), limits);
      expect(['srgb', 'b-w']).toContain((await sharp(made).metadata()).space);
    }
  });
});

describe('X1 what is refused', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'notJPEG'],
    ['HTML', Buffer.from('<html><script>1</script></html>'), 'notJPEG'],
    ['the first bytes alone', Buffer.from([0xff, 0xd8, 0xff]), 'damagedPicture'],
    [
      'HTML behind the first bytes',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<html>')]),
      'damagedPicture',
    ],
  ])('%s', async (_, bytes, rule) => {
    expect(await ruleOf(bytes)).toBe(rule);
  });

  test.each(['png', 'webp', 'gif', 'tiff'] as const)('%s in disguise', async (format) => {
    expect(await ruleOf(await plain(20, 20).toFormat(format).toBuffer())).toBe('notJPEG');
  });

  test('a bomb of 30,000 by 30,000 pixels, before it is decoded', async () => {
    const bomb = pretending(await plain(64, 64).jpeg().toBuffer(), 30_000, 30_000);
    const memory = process.memoryUsage().rss;
    expect(await ruleOf(bomb)).toBe('tooManyPixels');
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 2 ** 20);
  });

  test('a picture that was cut off', async () => {
    const whole = await noise(400, 400).jpeg().toBuffer();
    expect(await ruleOf(whole.subarray(0, whole.length / 2))).toBe('damagedPicture');
  });

  test('every rule has a sentence in both languages', () => {
    for (const rule of ['notJPEG', 'damagedPicture', 'tooManyPixels', 'pictureGone'])
      for (const language of languages) expect(Object.keys(kinds.picture.sentences[language])).toContain(rule);
  });
});

test('pictures are kept as bytes, and no other type is', () => {
  expect(Object.keys(kinds).filter(isBinary)).toEqual(['picture']);
});
