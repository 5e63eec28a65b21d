import type { AttributeFit } from '../attribute-fit.ts';
import type { TextSettings } from './schema.ts';

export const textFit: AttributeFit = {
  syntaxes: ['directoryString', 'ia5String', 'printableString', 'numericString', 'telephoneNumber', 'countryString'],
  longestValue: ({ validation }) => (validation as TextSettings['validation'])?.maxLength,
};
