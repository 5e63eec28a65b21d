import { type LDIFEntry, ldifRecord } from '../ldif/ldif-record.ts';
import { externalEntry, groupEntries, personEntry } from './entries.ts';
import { people } from './people.ts';
import type { Person } from './person.ts';
import { createRandom } from './random.ts';

/** The seed of the company that the demo, the intranet and the pictures show. */
export const companySeed = 1921;
export const companySize = 240;

/** The sample company as everybody meets it. */
export const sampleCompany = (): Person[] => [...people(createRandom(companySeed), companySize)];

/** All entries below `ou=people` and `ou=groups`, in an order in which they can be added; `pictureOf` gives a JPEG. */
export function* companyEntries(
  staff: Iterable<Person>,
  pictureOf: (person: Person) => Uint8Array | undefined = () => undefined,
): Generator<LDIFEntry> {
  yield externalEntry;
  for (const person of staff) yield personEntry(person, pictureOf(person));
  yield* groupEntries;
}

/** The same as LDIF, in portions of many entries, for a stream that may be as long as it likes. */
export function* companyLDIF(
  staff: Iterable<Person>,
  pictureOf?: (person: Person) => Uint8Array | undefined,
): Generator<string> {
  let portion = '';
  for (const entry of companyEntries(staff, pictureOf)) {
    portion += ldifRecord(entry);
    if (portion.length < 1 << 18) continue;
    yield portion;
    portion = '';
  }
  yield portion;
}
