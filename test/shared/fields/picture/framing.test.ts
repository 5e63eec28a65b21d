import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cropOf,
  type Framing,
  mostZoom,
  move,
  type Size,
  turn,
  turnedSize,
  wholePicture,
  zoomTo,
} from '#shared/fields/picture/framing.ts';

const picture: Size = { width: 400, height: 300 };
const anySize = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) });

type Step = (framing: Framing, size: Size) => Framing;
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })).map(
    ([right, down]): Step =>
      (framing, size) =>
        move(framing, size, right, down),
  ),
  fc.double({ min: 0.01, max: 20, noNaN: true }).map(
    (zoom): Step =>
      (framing, size) =>
        zoomTo(framing, size, zoom),
  ),
  fc.constantFrom('left' as const, 'right' as const).map(
    (way): Step =>
      (framing, size) =>
        turn(framing, size, way),
  ),
);

describe('F10 how a picture lies in its frame', () => {
  test('at first as much of its middle as fits', () => {
    expect(cropOf(wholePicture, picture)).toEqual({ left: 50, top: 0, side: 300 });
  });

  test('whatever is done, the frame never leaves the picture', () => {
    fc.assert(
      fc.property(anySize, fc.array(anyStep, { maxLength: 20 }), (size, steps) => {
        const framing = steps.reduce((now, step) => step(now, size), wholePicture);
        const { width, height } = turnedSize(size, framing.turns);
        const { left, top, side } = cropOf(framing, size);
        expect(side).toBeGreaterThan(0);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + side).toBeLessThanOrEqual(width + 1e-6);
        expect(top + side).toBeLessThanOrEqual(height + 1e-6);
        expect(framing.zoom).toBeGreaterThanOrEqual(1);
        expect(framing.zoom).toBeLessThanOrEqual(mostZoom);
      }),
    );
  });

  test('the picture follows the finger, by as much of the frame as the finger moved', () => {
    const before = zoomTo(wholePicture, picture, 2);
    const after = move(before, picture, 0.1, -0.2);
    const [from, to] = [cropOf(before, picture), cropOf(after, picture)];
    expect([to.left - from.left, to.top - from.top]).toEqual([-15, 30]);
  });

  test('moving on where the picture ends does not have to be moved back', () => {
    const atEdge = move(wholePicture, picture, 5, 0);
    expect(cropOf(atEdge, picture).left).toBe(0);
    expect(cropOf(move(atEdge, picture, -0.1, 0), picture).left).toBeCloseTo(30);
  });

  test('a turn keeps what is in the middle there, and four turns change nothing', () => {
    fc.assert(
      fc.property(anySize, fc.array(anyStep, { maxLength: 5 }), (size, steps) => {
        const framing = steps.reduce((now, step) => step(now, size), wholePicture);
        const around = [1, 2, 3, 4].reduce((now) => turn(now, size, 'right'), framing);
        expect(around.turns).toBe(framing.turns);
        expect(around.x).toBeCloseTo(framing.x, 6);
        const back = turn(turn(framing, size, 'left'), size, 'right');
        expect(cropOf(back, size).left).toBeCloseTo(cropOf(framing, size).left, 4);
      }),
    );
  });
});
