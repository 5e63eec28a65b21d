import type { AttributeFit } from '../attribute-fit.ts';
import { textFit } from '../text/fit.ts';

export const multiselectFit: AttributeFit = { ...textFit, needsSeveralValues: true };
