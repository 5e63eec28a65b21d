import type { AttributeFit } from '../attribute-fit.ts';
import { textFit } from '../text/fit.ts';
import type { SelectSettings } from './schema.ts';

export const selectFit: AttributeFit = {
  ...textFit,
  longestValue: ({ options }) => Math.max(...(options as SelectSettings['options']).map(({ value }) => value.length)),
};
