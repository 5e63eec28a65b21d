import * as z from 'zod/mini';
import { lengthsInOrder, pattern, textLength } from '../text-settings.ts';

export const textSettings = z.strictObject({
  validation: z.optional(
    z.strictObject({ minLength: textLength, maxLength: textLength, pattern }).check(lengthsInOrder),
  ),
});
export type TextSettings = z.infer<typeof textSettings>;
