import type * as z from 'zod/mini';
import { selectSettings } from '../select/schema.ts';

export const multiselectSettings = selectSettings;
export type MultiselectSettings = z.infer<typeof multiselectSettings>;
