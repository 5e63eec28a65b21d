/** Pictures by the SHA-256 of their bytes, in hexadecimal; each is kept once, however many people have it. */
export interface Pictures {
  /** Keeps the bytes, and says by which hash; bytes that are kept already cost no write. */
  put(bytes: Uint8Array): Promise<string>;
  get(sha256: string): Promise<Uint8Array | undefined>;
}
