import type { LDIFEntry } from '../ldif/ldif-record.ts';
import { dnOf } from './people.ts';
import type { Person } from './person.ts';
import { externalDN, groupsDN, password } from './suffix.ts';

/** What people from outside stand under. */
export const externalEntry: LDIFEntry = {
  dn: externalDN,
  attributes: { objectClass: ['organizationalUnit'], ou: ['external'] },
};

/** Who may do more than others in the demo; `ida` is an admin, `omar` is of the helpdesk. */
export const groupEntries: readonly LDIFEntry[] = [group('it', ['ida']), group('helpdesk', ['omar', 'ida'])];

function group(name: string, uids: readonly string[]): LDIFEntry {
  return {
    dn: `cn=${name},${groupsDN}`,
    attributes: { objectClass: ['groupOfNames'], cn: [name], member: uids.map(dnOf) },
  };
}

/** A person as inetOrgPerson (RFC 2798) has it. */
export function personEntry(person: Person, picture?: Uint8Array): LDIFEntry {
  const { name, namedBy, commonName, department } = person;
  const values = {
    cn: [...new Set([commonName, name.full, name.romanized])],
    sn: [name.family],
    givenName: [name.given],
    displayName: [person.displayName],
    uid: [person.uid],
    mail: [person.mail],
    title: [person.title],
    departmentNumber: [department.number],
    ou: [department.name],
    employeeNumber: [person.employeeNumber],
    employeeType: [namedBy === 'cn' ? 'external' : undefined],
    telephoneNumber: [person.phone],
    mobile: [person.mobile],
    l: [person.location],
    physicalDeliveryOfficeName: [person.room],
    postalAddress: [person.address?.map(escapeAddressLine).join('$')],
    description: [person.description],
    manager: [person.managerDN],
    preferredLanguage: [name.language],
    userPassword: [password],
    jpegPhoto: [picture],
  };
  const present = Object.entries(values).flatMap(([attribute, list]) => {
    const found = list.filter((value) => value !== undefined);
    return found.length > 0 ? [[attribute, found] as const] : [];
  });
  return { dn: person.dn, attributes: { objectClass: ['inetOrgPerson'], ...Object.fromEntries(present) } };
}

/** RFC 4517, 3.3.28. */
function escapeAddressLine(line: string): string {
  return line.replaceAll('\\', '\\5C').replaceAll('$', '\\24');
}
