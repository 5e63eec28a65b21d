import type { AttributeFit } from '../attribute-fit.ts';
import { selectFit } from '../select/fit.ts';

export const multiselectFit: AttributeFit = { ...selectFit, needsSeveralValues: true };
