/** The pictures that values name, as they are kept (`{ "sha256": … }`), in JSON. */
export function picturesNamedIn(json: string): string[] {
  return [...json.matchAll(/"sha256":"([0-9a-f]{64})"/gu)].map(([, sha256]) => sha256 ?? '');
}
