/** What a company's build is stamped with; the store build has neither. */
export interface Stamp {
  /** The server's origin. */
  readonly server: string | undefined;
  /** Match patterns of the pages that carry the launcher. */
  readonly intranet: readonly string[];
}

/** The stamp of this build; the build puts it in the place of these names. */
export const stamp: Stamp = {
  server: import.meta.env.NAMEPLATE_SERVER || undefined,
  intranet: import.meta.env.NAMEPLATE_INTRANET?.split(',').filter(Boolean) ?? [],
};
