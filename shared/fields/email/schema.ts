import * as z from 'zod/mini';

export const emailSettings = z.strictObject({});
export type EmailSettings = z.infer<typeof emailSettings>;
