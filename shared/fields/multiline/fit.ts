import type { AttributeFit } from '../attribute-fit.ts';
import { textFit } from '../text/fit.ts';

/** A postal address has its lines apart by dollar signs, so it is none of these (RFC 4517 3.3.28). */
export const multilineFit: AttributeFit = {
  syntaxes: ['directoryString', 'ia5String'],
  longestValue: textFit.longestValue,
};
