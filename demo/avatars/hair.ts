/** Hair around a head whose centre is (160, 142), 56 wide and 64 high to each side; what lies behind it and what before. */
export interface Hair {
  readonly back: string;
  readonly front: string;
}

/** A cap of hair from temple to temple; `fringe` is the line in which it ends on the forehead. */
const cap = (fringe: string) =>
  `<path d="M101 148C92 92 118 66 160 66s68 26 59 82c-4-10-7-18-8-28${fringe}c-1 10-4 18-8 28z"/>`;

const sideParting = cap('c-16-2-42-6-62-22-6 12-18 20-33 22');
const straightFringe = cap('q-47 10-102 0');
const middleParting = cap('c-22-4-40-16-47-28-8 14-28 24-55 28');
const highForehead = cap('c-8-16-24-22-51-22s-43 6-51 22');
const sweptFringe = cap('c-20-14-40-18-58-14-18 2-34 6-44 14');

const long =
  '<path d="M98 132c0-44 26-68 62-68s62 24 62 68c0 30 6 62 14 96-22 14-44 16-76 16s-54-2-76-16c8-34 14-66 14-96z"/>';
const bob =
  '<path d="M98 132c0-44 26-68 62-68s62 24 62 68c0 24 4 40 4 62-14 14-34 16-66 16s-52-2-66-16c0-22 4-38 4-62z"/>';
const wavy =
  '<path d="M100 122c4-38 28-60 60-60s56 22 60 60c12 10 12 24 6 34 12 12 10 28 2 36 8 14 0 32-14 34H106c-14-2-22-20-14-34-8-8-10-24 2-36-6-10-6-24 6-34z"/>';
const bun = '<circle cx="160" cy="58" r="24"/>';
const ponytail = '<path d="M206 92c34 0 42 34 34 62-4 18 0 30 8 40-26 4-44-14-42-44 0-22-2-38 0-58z"/>';
const afro =
  '<path d="M160 44c22-8 44 4 52 20 18 8 26 30 20 46 8 18 0 38-16 44H104c-16-6-24-26-16-44-6-16 2-38 20-46 8-16 30-28 52-20z"/>';
const curls = [104, 122, 141, 160, 179, 198, 216]
  .map((x, index) => `<circle cx="${x}" cy="${[112, 88, 76, 72, 76, 88, 112][index]}" r="20"/>`)
  .join('');
const crop = '<path d="M104 132c-4-44 20-64 56-64s60 20 56 64c-4-6-6-14-8-22-28-14-68-14-96 0-2 8-4 16-8 22z"/>';
const quiff =
  '<path d="M103 136c-6-40 6-58 22-64 20-18 66-14 84 2 12 14 14 34 8 62-4-8-6-14-8-22-6-10-14-14-22-16-24 4-50 2-68 0-6 8-10 24-16 38z"/>';
const fringeOfHair = '<path d="M102 150c-8-14-6-32 3-44 6 8 8 24 7 40zM218 150c8-14 6-32-3-44-6 8-8 24-7 40z"/>';
const braids =
  '<path d="M106 150c-10 16-6 32-12 46 6 10 2 22 6 34 6 4 14 4 18-2 0-14 4-22 0-34 6-14 0-30-12-44zM214 150c10 16 6 32 12 46-6 10-2 22-6 34-6 4-14 4-18-2 0-14-4-22 0-34-6-14 0-30 12-44z"/>';

export const feminineHair: readonly Hair[] = [
  { back: long, front: middleParting },
  { back: long, front: sideParting },
  { back: long, front: straightFringe },
  { back: bob, front: straightFringe },
  { back: bob, front: sideParting },
  { back: bob, front: middleParting },
  { back: wavy, front: sweptFringe },
  { back: wavy, front: middleParting },
  { back: bun, front: highForehead },
  { back: bun, front: sweptFringe },
  { back: ponytail, front: sideParting },
  { back: ponytail, front: highForehead },
  { back: afro, front: highForehead },
  { back: braids, front: middleParting },
  { back: '', front: curls + crop },
  { back: '', front: sideParting },
];

export const masculineHair: readonly Hair[] = [
  { back: '', front: crop },
  { back: '', front: crop },
  { back: '', front: quiff },
  { back: '', front: sideParting },
  { back: '', front: sweptFringe },
  { back: '', front: highForehead },
  { back: '', front: curls + crop },
  { back: afro, front: highForehead },
  { back: bob, front: middleParting },
  { back: bun, front: highForehead },
  { back: '', front: fringeOfHair },
  { back: '', front: '' },
];

/** A headscarf in the place of hair; it frames the face and falls over the shoulders. */
export const headscarf: Hair = {
  back: '<path d="M92 142c0-52 28-82 68-82s68 30 68 82c0 40 10 62 26 84-30 26-158 26-188 0 16-22 26-44 26-84z"/>',
  front:
    '<path fill-rule="evenodd" d="M92 148c-2-58 28-88 68-88s70 30 68 88c-2 46-20 80-68 92-48-12-66-46-68-92zm20-4c0 36 20 66 48 66s48-30 48-66c0-34-18-54-48-54s-48 20-48 54z"/>',
};
