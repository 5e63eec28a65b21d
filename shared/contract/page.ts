import * as z from 'zod/mini';

/** What a list in pages is asked: how many at most, and from where; `cursor` is the `next` of the page before. */
export const pageQuery = (most: number, cursor: RegExp) => ({
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(most))),
  cursor: z.optional(z.string().check(z.regex(cursor, { error: 'is no cursor of this list' }))),
});

/** Missing at the end. */
export const next = z.optional(z.string());
