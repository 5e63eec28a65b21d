/** Where something stands in a JSON document: the names of members and the places in lists that lead there. */
export type JSONPath = readonly (string | number)[];

/** What is wrong with a value, as the rest of a sentence that begins with its path: `fields[2].key` "is missing". */
export interface Issue {
  readonly path: JSONPath;
  readonly message: string;
  /** The name of the rule, for programs. */
  readonly rule?: string;
  /** The name of the member is wrong, not its value. */
  readonly isName?: boolean;
}

/** An issue with its place in the file; line and column count from 1. */
export interface ConfigurationFault {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `fields[2].source.attribute`; empty for the whole document. */
export function writePath(path: JSONPath): string {
  return path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`;
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(part)) return `${before}[${JSON.stringify(part)}]`;
    return before ? `${before}.${part}` : part;
  }, '');
}

/** The value at a path; undefined where there is none. Sees own members alone. */
export function valueAt(document: unknown, path: JSONPath): unknown {
  return path.reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    return (value as Record<string | number, unknown>)[part];
  }, document);
}
