import * as z from 'zod/mini';
import { lengthsInOrder, textLength } from '../text-settings.ts';

export const multilineSettings = z.strictObject({
  validation: z.optional(z.strictObject({ minLength: textLength, maxLength: textLength }).check(lengthsInOrder)),
});
export type MultilineSettings = z.infer<typeof multilineSettings>;
