import type { FoundPerson } from '../contract/people.ts';

/** A picture as it can be shown: its address, or why there is none. */
export type LoadedPicture =
  | { readonly status: 'shown'; readonly url: string }
  /** What the directory holds is no picture, or it cannot be had just now. */
  | { readonly status: 'broken' | 'unavailable' };

/** What the house does for widgets; each type takes what it needs. */
export interface FieldServices {
  /** A picture that the profile shows, by its hash. */
  loadPicture(sha256: string): Promise<LoadedPicture>;
  /** People whom the profile may name, by the beginnings of their names; undefined where nobody can be asked. */
  findPeople(words: string): Promise<readonly FoundPerson[] | undefined>;
}
