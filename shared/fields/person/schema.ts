import * as z from 'zod/mini';

export const personSettings = z.strictObject({});
export type PersonSettings = z.infer<typeof personSettings>;
