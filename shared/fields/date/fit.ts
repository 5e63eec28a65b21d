import type { AttributeFit } from '../attribute-fit.ts';

/** Day, time and zone of a GeneralizedTime; a text holds it just as well. */
const writtenLength = 17;

export const dateFit: AttributeFit = {
  syntaxes: ['generalizedTime', 'directoryString', 'ia5String', 'printableString'],
  leastLength: writtenLength,
};
