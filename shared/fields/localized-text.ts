import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1), z.maxLength(1000));

/** A text in at least one language. */
export const localizedText = z
  .strictObject({ en: z.optional(text), de: z.optional(text) })
  .check(z.refine((texts) => texts.en !== undefined || texts.de !== undefined, { error: 'needs a text in en or de' }));
