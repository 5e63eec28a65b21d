import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { toLDIF } from '#test/directories/ldif.ts';

/** The attributes of a person that fields are mapped to. */
export const attributes = [
  'displayName',
  'givenName',
  'sn',
  'mail',
  'telephoneNumber',
  'mobile',
  'title',
  'ou',
  'departmentNumber',
  'employeeNumber',
  'l',
  'street',
  'postalCode',
  'description',
] as const;

const parent = 'ou=people,dc=example,dc=org';
const cities = ['Wiesbaden', 'Zürich', 'København', 'Kraków', 'Genève', 'Wien'];

/** So many people, each another, as LDIF. */
export async function writePeople(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  for (let number = 0; number < count; number++) {
    if (!out.write(person(number))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

export function dnOf(number: number): string {
  return `uid=p${number},${parent}`;
}

function person(number: number): string {
  const city = cities[number % cities.length] ?? '';
  return toLDIF(dnOf(number), {
    objectClass: 'inetOrgPerson',
    uid: `p${number}`,
    cn: `Person Number${number}`,
    displayName: `Person Number${number}`,
    givenName: 'Person',
    sn: `Number${number}`,
    mail: `person.number${number}@example.org`,
    telephoneNumber: `+49 611 ${1_000_000 + number}`,
    mobile: `+49 170 ${1_000_000 + number}`,
    title: `Engineer of the grade ${number % 17}`,
    ou: `Department ${number % 211}`,
    departmentNumber: String(number % 211),
    employeeNumber: String(100_000 + number),
    l: city,
    street: `Long Street ${number % 400}`,
    postalCode: String(10_000 + (number % 80_000)),
    description: `Works on the projects ${number % 97} and ${number % 89}, in the building ${number % 13}`,
  });
}
