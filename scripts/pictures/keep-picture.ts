import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const folder = join(import.meta.dirname, '../../docs/pictures');
const mostBytes = 150_000;

/** Writes a screenshot as a small PNG; throws where it is too large for a page that everybody loads. */
export async function keepPicture(name: string, screenshot: Buffer): Promise<void> {
  const png = await sharp(screenshot).png({ palette: true, colours: 96, dither: 0, effort: 10 }).toBuffer();
  if (png.length > mostBytes) throw new Error(`${name}.png has ${png.length} bytes, more than ${mostBytes}`);
  await writeFile(join(folder, `${name}.png`), png);
  console.log(`docs/pictures/${name}.png  ${Math.round(png.length / 1000)} kB`);
}
