import { BerWriter, Control, type Filter, PagedResultsControl } from 'ldapts';
import { contentOf, readElements } from './ber.ts';

export const controlTypes = {
  assertion: '1.3.6.1.1.12',
  pagedResults: PagedResultsControl.type,
  proxiedAuthorization: '2.16.840.1.113730.3.4.18',
};

const [octetString, sequence] = [0x04, 0x30];

/** RFC 2696. */
export function pagedResults(size: number, cookie: Buffer): Control {
  return new PagedResultsControl({ critical: true, value: { size, cookie } });
}

/** The cookie of the page that follows, empty after the last one; throws when the server answered without one. */
export function nextCookie(controls: ReadonlyMap<string, Buffer>): Buffer {
  const value = controls.get(controlTypes.pagedResults);
  if (!value) throw new Error('An answer without the control for paged results');
  const [, cookie] = readElements(contentOf(readElements(value)[0], sequence));
  return contentOf(cookie, octetString);
}

/** MS-ADTS 3.1.1.3.4.1.14: finds deleted objects too. */
export function showDeleted(): Control {
  return new Control('1.2.840.113556.1.4.417', { critical: true });
}

/** RFC 4528: the request is carried out only if the entry matches the filter. */
export function assertion(filter: Filter): Control {
  return new AssertionControl(filter);
}

/** ldapts takes a control only as a class that writes itself. */
class AssertionControl extends Control {
  readonly #filter: Filter;

  constructor(filter: Filter) {
    super(controlTypes.assertion, { critical: true });
    this.#filter = filter;
  }

  protected override writeControl(writer: BerWriter): void {
    const value = new BerWriter();
    this.#filter.write(value);
    writer.writeBuffer(value.buffer, octetString);
  }
}

/** RFC 4370: the request is carried out with the rights of this entry, and counts as its own. */
export function proxiedAuthorization(dn: string): Control {
  return new ProxiedAuthorizationControl(dn);
}

class ProxiedAuthorizationControl extends Control {
  readonly #dn: string;

  constructor(dn: string) {
    super(controlTypes.proxiedAuthorization, { critical: true });
    this.#dn = dn;
  }

  /** The value is the authzId itself (RFC 4513 5.2.1.8), not in BER. */
  protected override writeControl(writer: BerWriter): void {
    writer.writeBuffer(Buffer.from(`dn:${this.#dn}`), octetString);
  }
}
