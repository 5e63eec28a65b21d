import * as z from 'zod/mini';

export const checkboxSettings = z.strictObject({});
export type CheckboxSettings = z.infer<typeof checkboxSettings>;
