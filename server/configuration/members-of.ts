/** The members of a list in a document that no schema has seen yet. */
export function membersOf<Member>(list: unknown): Partial<Member>[] {
  return Array.isArray(list) ? list.map((each) => (typeof each === 'object' && each !== null ? each : {})) : [];
}
