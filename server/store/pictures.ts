/** Pictures by the SHA-256 of their bytes, in hexadecimal; each is kept once, however many people have it. */
export interface Pictures {
  /** Keeps the bytes, and says by which hash; bytes that are kept already cost no write. */
  put(bytes: Uint8Array): Promise<string>;
  get(sha256: string): Promise<Uint8Array | undefined>;
  /**
   * Removes pictures that nothing in the store named when it was last looked nor names now, at least a day later; whoever
   * puts one meanwhile keeps it. Tells how many there were. Reads the whole store.
   */
  removeUnnamed(now: Date): Promise<number>;
}
