/** Which entry a DN led to when it was last looked up: one that no entry has any more still leads to its person. */
export interface EntryNames {
  /** An unchanged one costs no write. */
  put(directory: string, dn: string, entryId: string): Promise<void>;
  entryIdOf(directory: string, dn: string): Promise<string | undefined>;
}
