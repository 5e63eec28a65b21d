import type { AttributeFit } from '../attribute-fit.ts';

export const urlFit: AttributeFit = { syntaxes: ['directoryString', 'ia5String', 'printableString'], leastLength: 64 };
