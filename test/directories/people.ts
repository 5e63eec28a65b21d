import { escapeRDN, type LDIFValue, toLDIF } from './ldif.ts';

export interface PersonSeed {
  readonly uid: string;
  readonly cn?: string;
  readonly sn?: string;
  readonly password?: string;
  /** Where the entry stands; `ou=people` of the default suffix unless told. */
  readonly parent?: string;
  readonly [attribute: string]: LDIFValue;
}

/** A person of OpenLDAP as LDIF; named by `uid`. */
export function aPerson({ uid, parent = 'ou=people,dc=example,dc=org', password, ...attributes }: PersonSeed): string {
  return toLDIF(`uid=${escapeRDN(uid)},${parent}`, {
    objectClass: ['inetOrgPerson'],
    uid,
    cn: uid,
    sn: uid,
    userPassword: password,
    ...attributes,
  });
}

/** A group of OpenLDAP as LDIF, its members as DNs. */
export function aGroup(cn: string, members: readonly string[], suffix = 'dc=example,dc=org'): string {
  return toLDIF(`cn=${escapeRDN(cn)},ou=groups,${suffix}`, { objectClass: 'groupOfNames', cn, member: members });
}

/** A few people that most tests can live with; their passwords are as fake as they look. */
export function somePeople(suffix = 'dc=example,dc=org'): string {
  const parent = `ou=people,${suffix}`;
  return [
    aPerson({
      parent,
      uid: 'jane',
      cn: 'Jane Doe',
      givenName: 'Jane',
      sn: 'Doe',
      displayName: 'Jane Doe',
      mail: 'jane@example.org',
      telephoneNumber: '+49 611 1234567',
      title: 'Engineer',
      password: 'fake-password-of-jane',
    }),
    aPerson({
      parent,
      uid: 'juergen',
      cn: 'Jürgen Groß',
      givenName: 'Jürgen',
      sn: 'Groß',
      displayName: 'Jürgen Groß',
      mail: 'juergen@example.org',
      telephoneNumber: '0611 7654321',
      password: 'fake-password-of-juergen',
    }),
    aPerson({ parent, uid: 'yuki', cn: '山田 雪', sn: '山田', givenName: '雪', password: 'fake-password-of-yuki' }),
    aGroup('it', [`uid=jane,${parent}`], suffix),
  ].join('');
}
