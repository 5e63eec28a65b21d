import { textFit } from '../text/fit.ts';

export const selectFit = textFit;
