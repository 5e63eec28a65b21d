import type { AttributeFit } from '../attribute-fit.ts';

export const textFit: AttributeFit = {
  syntaxes: ['directoryString', 'ia5String', 'printableString', 'numericString', 'telephoneNumber', 'countryString'],
};
