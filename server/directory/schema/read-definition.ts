/** A definition of RFC 4512 4.1, such as `( 2.5.4.3 NAME ( 'cn' 'commonName' ) SUP name )`. */
export interface Definition {
  readonly oid: string;
  /** What follows each keyword; nothing for a flag such as SINGLE-VALUE. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

const token = /[()$]|'(?:[^'\\]|\\[0-9A-Fa-f]{2})*'|[^\s()$']+/g;
const flags = new Set([
  'OBSOLETE',
  'SINGLE-VALUE',
  'COLLECTIVE',
  'NO-USER-MODIFICATION',
  'ABSTRACT',
  'STRUCTURAL',
  'AUXILIARY',
]);

/** Undefined for a text that is none; a directory may hold whatever its makers thought up. */
export function readDefinition(text: string): Definition | undefined {
  const [open, oid, ...rest] = text.match(token) ?? [];
  if (open !== '(' || !oid || rest.pop() !== ')') return undefined;
  const members = new Map<string, readonly string[]>();
  while (rest.length > 0) {
    const keyword = rest.shift() ?? '';
    members.set(keyword, flags.has(keyword) ? [] : takeValues(rest));
  }
  return { oid, members };
}

/** One value, or those of a list in parentheses, between `$` or not. */
function takeValues(rest: string[]): string[] {
  const first = rest.shift() ?? '';
  if (first !== '(') return [unquoted(first)];
  const end = rest.indexOf(')');
  return rest
    .splice(0, end < 0 ? rest.length : end + 1)
    .filter((part) => part !== '$' && part !== ')')
    .map(unquoted);
}

/** RFC 4512 4.1: a quote and a backslash within quotes are written as \27 and \5C. */
function unquoted(part: string): string {
  return part.startsWith("'")
    ? part.slice(1, -1).replace(/\\(27|5c)/gi, (_, hex) => (hex === '27' ? "'" : '\\'))
    : part;
}
