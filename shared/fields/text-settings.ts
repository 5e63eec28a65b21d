import * as z from 'zod/mini';
import { wholeNumber } from '../whole-number.ts';
import { maximumTextLength } from './well-formed.ts';

/** UTF-16 units. */
export const textLength = z.optional(wholeNumber.check(z.minimum(0), z.maximum(maximumTextLength)));

interface Lengths {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** No text could be longer than its least and shorter than its greatest length. */
export const lengthsInOrder = z.refine<Lengths>(
  ({ minLength = 0, maxLength = maximumTextLength }) => minLength <= maxLength,
  { error: 'is more than maxLength', path: ['minLength'] },
);

/** A regular expression that the whole text has to match. */
export const pattern = z.optional(
  z
    .string()
    .check(
      z.refine(isRegularExpression, { error: 'is not a regular expression (JavaScript, with the u flag)' }),
      z.maxLength(1000),
    ),
);

export function isRegularExpression(source: string): boolean {
  try {
    new RegExp(`^(?:${source})$`, 'u');
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
