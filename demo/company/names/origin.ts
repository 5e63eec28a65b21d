/** Where names come from: how they are written and which go together. */
export interface Origin {
  /** BCP 47, as `preferredLanguage` holds it. */
  readonly language: string;
  /** How many of a thousand people have such a name. */
  readonly share: number;
  /** Names parted by blanks; `Юлия|Yulia` gives a name and its Latin spelling. */
  readonly feminine: string;
  readonly masculine: string;
  readonly families: string;
  /** How the full name is put together; given name, blank, family name where nothing is said. */
  readonly order?: 'familyFirst' | 'familyFirstUnspaced';
}
