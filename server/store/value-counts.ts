export interface ValueCount {
  readonly people: number;
  /** Values that live in Nameplate alone. */
  readonly localValues: number;
}

/** What hangs on a directory or a field, for whoever is about to take it away. */
export interface ValueCounts {
  /** The people of a directory and their local values; of one that completes people, those who have an entry there. */
  ofDirectory(directory: string): Promise<ValueCount>;
  /** The people who have a local value of this field, or any of this attribute as last read; hidden people count too. */
  ofField(field: string, attribute?: string): Promise<ValueCount>;
}
