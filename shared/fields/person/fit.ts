import type { AttributeFit } from '../attribute-fit.ts';

export const personFit: AttributeFit = { syntaxes: ['distinguishedName'] };
