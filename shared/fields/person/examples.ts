import type { FieldExamples, PersonReference } from '../field-kind.ts';
import type { PersonSettings } from './schema.ts';

const erika: PersonReference = { id: 'p2', displayName: 'Erika Mustermann' };
const dn = 'uid=emustermann,ou=people,dc=example,dc=org';

export const personExamples: FieldExamples<PersonReference, PersonSettings> = {
  context: {
    settings: {},
    people: { byDN: new Map([[dn, erika]]), byId: new Map([['p2', erika]]), dns: new Map([['p2', dn]]) },
  },
  accepted: [{ input: erika, value: erika, written: [dn] }],
  refused: [
    { input: dn, rule: 'notAPerson' },
    { input: 'p2', rule: 'notAPerson' },
    { input: null, rule: 'notAPerson' },
    { input: {}, rule: 'notAPerson' },
    { input: { id: '' }, rule: 'notAPerson' },
    { input: { id: null, displayName: 'Erika' }, rule: 'notAPerson' },
    { input: { id: 'p2', displayName: 7 }, rule: 'notAPerson' },
    { input: { id: 'p2', dn }, rule: 'notAPerson' },
  ],
  found: [
    { values: [], value: undefined },
    { values: [dn], value: erika },
    { values: ['CN=Groß\\, Jürgen,OU=Sales,DC=example'], value: { id: null, displayName: 'Groß, Jürgen' } },
    { values: ['cn=J\\c3\\bcrgen+uid=x,dc=example'], value: { id: null, displayName: 'Jürgen' } },
    { values: ['no DN at all'], value: { id: null, displayName: 'no DN at all' } },
  ],
  faultySettings: [{ options: [] }],
};
