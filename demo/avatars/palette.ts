export interface Skin {
  readonly base: string;
  readonly shade: string;
  readonly blush: string;
}

export const skins: readonly Skin[] = [
  { base: '#fbdcc4', shade: '#efc0a0', blush: '#f2a48c' },
  { base: '#f5cfae', shade: '#e4b08a', blush: '#e8937a' },
  { base: '#e8b88f', shade: '#d39c71', blush: '#d97f62' },
  { base: '#d09a6c', shade: '#b87f53', blush: '#c06a4a' },
  { base: '#a9714a', shade: '#8f5a37', blush: '#9c4f36' },
  { base: '#7b4d33', shade: '#643b25', blush: '#8a3f2c' },
];

export const hairColours = [
  '#2b2320',
  '#3d2b24',
  '#5b3a26',
  '#7a4a2b',
  '#a4672f',
  '#cf9a4c',
  '#e3c07a',
  '#b5482f',
  '#1f2430',
];
export const greyHair = ['#8d8f94', '#b9bbc0', '#dcdcdc'];

/** A background and the lighter shape in it. */
export const backdrops: readonly (readonly [string, string])[] = [
  ['#cfe3d6', '#e2efe6'],
  ['#f3d9c9', '#f9e9df'],
  ['#d6def2', '#e6ecf8'],
  ['#f4e3b5', '#faf0d3'],
  ['#e6d5ea', '#f1e6f3'],
  ['#c9e4ea', '#def0f4'],
  ['#f2cfd2', '#f9e3e5'],
  ['#dfe3c4', '#eef0dd'],
];

export const cloths = [
  '#2f6f5e',
  '#c4573f',
  '#35507e',
  '#d9a441',
  '#6d4b7a',
  '#3b7d8c',
  '#a33b52',
  '#4a5a4f',
  '#e8e2d6',
  '#2c3440',
];
