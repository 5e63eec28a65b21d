import type { AttributeFit } from '../attribute-fit.ts';

/** A picture of fewer bytes shows nobody. */
const leastBytes = 2048;

export const pictureFit: AttributeFit = { syntaxes: ['jpeg', 'octetString'], leastLength: leastBytes };
