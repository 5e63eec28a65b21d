import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Person } from '../company/person.ts';
import { createRandom, seedOf } from '../company/random.ts';
import { drawAvatar } from './draw-avatar.ts';

/** The portrait of a person, as SVG; the same at any time. */
export const portraitOf = ({ uid, name }: Person): string => drawAvatar(createRandom(seedOf(uid)), name.look);

/** JPEGs of 320 by 320 by user name, of all who have a picture; those drawn before are taken from `cache`. */
export async function drawPictures(staff: Iterable<Person>, cache: string): Promise<Map<string, Uint8Array>> {
  await mkdir(cache, { recursive: true });
  const pictured = [...staff].filter(({ hasPicture }) => hasPicture);
  return new Map(
    await Promise.all(pictured.map(async (person) => [person.uid, await draw(portraitOf(person), cache)] as const)),
  );
}

async function draw(svg: string, cache: string): Promise<Uint8Array> {
  const file = join(cache, `${createHash('sha256').update(svg).digest('hex').slice(0, 24)}.jpg`);
  if (existsSync(file)) return readFile(file);
  const jpeg = await sharp(Buffer.from(svg)).jpeg({ quality: 84, mozjpeg: true }).toBuffer();
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, jpeg);
  await rename(unfinished, file);
  return jpeg;
}
