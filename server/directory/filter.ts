import {
  AndFilter,
  EqualityFilter,
  ExtensibleFilter,
  type Filter,
  FilterParser,
  GreaterThanEqualsFilter,
  OrFilter,
  PresenceFilter,
} from 'ldapts';

/** The only place where filters are made: objects with values in them, never text glued together (X2, L10). */
export function equals(attribute: string, value: string | Buffer): Filter {
  return new EqualityFilter({
    attribute: checked(attribute),
    value: typeof value === 'string' ? wellFormed(value) : value,
  });
}

/** RFC 4511 4.5.1.7.7: a matching rule by its OID. */
export function matches(attribute: string, rule: string, value: string): Filter {
  return new ExtensibleFilter({ matchType: checked(attribute), rule, value: wellFormed(value) });
}

export function atLeast(attribute: string, value: string): Filter {
  return new GreaterThanEqualsFilter({ attribute: checked(attribute), value: wellFormed(value) });
}

export function isPresent(attribute: string): Filter {
  return new PresenceFilter({ attribute: checked(attribute) });
}

export function allOf(...filters: readonly Filter[]): Filter {
  return new AndFilter({ filters: [...filters] });
}

export function anyOf(...filters: readonly Filter[]): Filter {
  return new OrFilter({ filters: [...filters] });
}

/** An admin's filter (RFC 4515). Throws when it is none, or holds bytes that are no text. */
export function parseFilter(text: string): Filter {
  if (text.length > 4096) throw new Error('A filter of more than 4096 characters');
  const compact = text.trim().replace(/(?<=\)|\([&|!])\s+(?=[()])/g, '');
  return FilterParser.parseString(compact.replace(/(?:\\[89A-Fa-f][0-9A-Fa-f])+/g, textOfBytes));
}

/** Whether a text is a filter that an admin may set. */
export function isFilter(text: string): boolean {
  try {
    parseFilter(text);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** The parser takes each escaped octet for a character of its own, so those of UTF-8 are read beforehand. */
function textOfBytes(escapes: string): string {
  const bytes = Buffer.from(escapes.replaceAll('\\', ''), 'hex');
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function checked(attribute: string): string {
  if (!/^[A-Za-z][A-Za-z0-9-]*(?:;[A-Za-z0-9-]+)*$/.test(attribute))
    throw new Error(`${attribute} is no attribute name`);
  return attribute;
}

function wellFormed(value: string): string {
  if (!value.isWellFormed()) throw new Error('A value with half a character (a lone surrogate)');
  return value;
}
