/** How a picture lies in its square frame. */
export interface Framing {
  /** Quarter turns to the right. */
  readonly turns: 0 | 1 | 2 | 3;
  /** 1 shows all that fits into the square. */
  readonly zoom: number;
  /** The middle of the frame, as fractions of the turned picture's width and height. */
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The square that is cut out, in pixels of the turned picture. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

export const wholePicture: Framing = { turns: 0, zoom: 1, x: 0.5, y: 0.5 };
export const mostZoom = 8;

export function turnedSize({ width, height }: Size, turns: number): Size {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** Always within the picture, and of at least one pixel. */
export function cropOf({ turns, zoom, x, y }: Framing, picture: Size): Crop {
  const { width, height } = turnedSize(picture, turns);
  const side = Math.max(1, Math.min(width, height) / zoom);
  return {
    left: clamp(x * width - side / 2, 0, width - side),
    top: clamp(y * height - side / 2, 0, height - side),
    side,
  };
}

/** The picture moves by fractions of the frame: to the right and down where they are positive. */
export function move(framing: Framing, picture: Size, right: number, down: number): Framing {
  const { width, height } = turnedSize(picture, framing.turns);
  const { side } = cropOf(framing, picture);
  return settled({ ...framing, x: framing.x - (right * side) / width, y: framing.y - (down * side) / height }, picture);
}

export function zoomTo(framing: Framing, picture: Size, zoom: number): Framing {
  return settled({ ...framing, zoom: clamp(zoom, 1, mostZoom) }, picture);
}

export function turn(framing: Framing, picture: Size, direction: 'left' | 'right'): Framing {
  const { turns, x, y } = framing;
  return direction === 'right'
    ? settled({ ...framing, turns: ((turns + 1) % 4) as Framing['turns'], x: 1 - y, y: x }, picture)
    : settled({ ...framing, turns: ((turns + 3) % 4) as Framing['turns'], x: y, y: 1 - x }, picture);
}

/** The middle is that of the square which is cut out, so that the next step starts where the eye is. */
function settled(framing: Framing, picture: Size): Framing {
  const { width, height } = turnedSize(picture, framing.turns);
  const { left, top, side } = cropOf(framing, picture);
  return { ...framing, x: (left + side / 2) / width, y: (top + side / 2) / height };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
