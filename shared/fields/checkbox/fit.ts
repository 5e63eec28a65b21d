import type { AttributeFit } from '../attribute-fit.ts';

/** FALSE is the longer of the two. */
const longest = 5;

export const checkboxFit: AttributeFit = {
  syntaxes: ['boolean', 'directoryString', 'ia5String', 'printableString'],
  leastLength: longest,
};
