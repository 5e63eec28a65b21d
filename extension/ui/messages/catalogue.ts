import type { en } from './en.ts';

/** What every language has a text for: English leads, the others may lack nothing. */
export type Catalogue = typeof en;
