import type { AttributeFit } from '../attribute-fit.ts';

/** The longest number of E.164 in international form, with its blanks: 15 digits, + and 4 blanks. */
const longestNumber = 20;

export const phoneFit: AttributeFit = {
  syntaxes: ['telephoneNumber', 'directoryString', 'ia5String', 'printableString'],
  leastLength: longestNumber,
};
