import * as z from 'zod/mini';

export const urlSettings = z.strictObject({});
export type UrlSettings = z.infer<typeof urlSettings>;
