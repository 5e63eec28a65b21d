/** The digests of all values that a profile was made from, by field key, as one opaque text. */
export function writeRevision(digests: ReadonlyMap<string, string>): string {
  return [...digests].map(([key, digest]) => `${key}:${digest}`).join(',');
}

/** The inverse; a text of another form has no digest for any field. */
export function readRevision(revision: string): ReadonlyMap<string, string> {
  return new Map(
    revision.split(',').flatMap((part) => {
      const [key, digest] = part.split(':');
      return key && digest !== undefined ? [[key, digest] as const] : [];
    }),
  );
}
