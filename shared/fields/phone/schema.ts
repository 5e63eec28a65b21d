import * as z from 'zod/mini';

export const phoneSettings = z.strictObject({});
export type PhoneSettings = z.infer<typeof phoneSettings>;
