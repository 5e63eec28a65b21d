import type { AttributeFit } from '../attribute-fit.ts';

export const emailFit: AttributeFit = {
  syntaxes: ['ia5String', 'directoryString', 'printableString'],
  leastLength: 64,
};
