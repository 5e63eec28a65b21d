import type { PictureLimits } from '../field-kind.ts';
import { cropOf, type Framing } from './framing.ts';

const qualities = [0.92, 0.85, 0.75, 0.65, 0.5];

/** Draws what the frame shows, filling the canvas. */
export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, framing: Framing): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures');
  const { left, top, side } = cropOf(framing, picture);
  const scale = canvas.width / side;
  const isUpright = framing.turns % 2 === 0;
  const [width, height] = isUpright ? [picture.width, picture.height] : [picture.height, picture.width];
  context.setTransform(scale, 0, 0, scale, (width / 2 - left) * scale, (height / 2 - top) * scale);
  context.rotate((framing.turns * Math.PI) / 2);
  context.imageSmoothingQuality = 'high';
  // A JPEG knows no transparency.
  context.fillStyle = '#ffffff';
  context.fillRect(-picture.width / 2, -picture.height / 2, picture.width, picture.height);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
}

/** What the frame shows as a JPEG within the limits, as good as they allow. */
export async function toJPEG(picture: ImageBitmap, framing: Framing, limits: PictureLimits): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  const { side } = cropOf(framing, picture);
  for (let edge = Math.max(1, Math.round(Math.min(limits.edge, side))); ; edge = Math.ceil(edge * 0.8)) {
    canvas.width = edge;
    canvas.height = edge;
    draw(canvas, picture, framing);
    for (const quality of qualities) {
      const bytes = await encoded(canvas, quality);
      if (bytes.length <= limits.bytes || edge === 1) return bytes;
    }
  }
}

async function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (!blob) throw new Error('This browser makes no JPEG');
  return new Uint8Array(await blob.arrayBuffer());
}
