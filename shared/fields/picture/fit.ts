import type { AttributeFit } from '../attribute-fit.ts';
import type { PictureSettings } from './schema.ts';

/** A picture of fewer bytes shows nobody. */
const leastBytes = 2048;

export const pictureFit: AttributeFit = {
  syntaxes: ['jpeg', 'octetString'],
  leastLength: leastBytes,
  longestValue: ({ maxBytes }) => maxBytes as PictureSettings['maxBytes'],
};
