import sharp, { type FormatEnum } from 'sharp';

/** A picture that tells its sides apart: red, green, blue and yellow quarters, clockwise from the upper left. */
export async function aPicture({
  width = 400,
  height = 300,
  format = 'jpeg',
}: {
  readonly width?: number;
  readonly height?: number;
  readonly format?: keyof FormatEnum;
} = {}): Promise<Buffer> {
  const [w, h] = [width / 2, height / 2];
  const quarter = (x: number, y: number, colour: string) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colour}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    ${quarter(0, 0, '#c22')}${quarter(w, 0, '#2a2')}${quarter(w, h, '#22c')}${quarter(0, h, '#cc2')}</svg>`;
  return sharp(Buffer.from(svg)).toFormat(format).toBuffer();
}

/** Which of the four colours a point of a picture has, by fractions of its sides. */
export async function colourAt(picture: Uint8Array, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  const isHigh = (value: number) => value > 120;
  if (isHigh(red)) return isHigh(green) ? 'yellow' : 'red';
  if (isHigh(green)) return 'green';
  return isHigh(blue) ? 'blue' : 'black';
}
