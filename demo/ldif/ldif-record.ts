/** What an entry is made of, in the order in which it is to be written. */
export interface LDIFEntry {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, readonly (string | Uint8Array)[]>>;
}

const columns = 76;
/** Stricter than SAFE-STRING: printable ASCII alone, with no blank at either end. */
const safe = /^(?:[!-9;=-~](?:[ -~]*[!-~])?)?$/;

/** One entry as RFC 2849 writes it, with the empty line that ends it. */
export function ldifRecord(entry: LDIFEntry): string {
  let record = ldifLine('dn', entry.dn);
  for (const [attribute, values] of Object.entries(entry.attributes)) {
    for (const value of values) record += ldifLine(attribute, value);
  }
  return `${record}\n`;
}

function ldifLine(name: string, value: string | Uint8Array): string {
  return typeof value === 'string' && safe.test(value)
    ? fold(`${name}: ${value}`)
    : fold(`${name}:: ${Buffer.from(value as string).toString('base64')}`);
}

/** A longer line goes on in the next one, behind a blank. */
function fold(line: string): string {
  if (line.length <= columns) return `${line}\n`;
  let folded = `${line.slice(0, columns)}\n`;
  for (let start = columns; start < line.length; start += columns - 1) {
    folded += ` ${line.slice(start, start + columns - 1)}\n`;
  }
  return folded;
}
