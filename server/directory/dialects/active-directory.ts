import { matches } from '../filter.ts';
import type { Dialect } from './dialect.ts';

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const memberOfAnyDepth = '1.2.840.113556.1.4.1941';

export const activeDirectory: Dialect = {
  name: 'active-directory',
  idAttribute: 'objectGUID',
  idOf(value) {
    if (value.length !== 16) return undefined;
    const hex = swapped(value).toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  },
  idValue,
  /** MS-ADTS 3.1.1.3.1.2.4. */
  writeDN: ({ id, dn }) => {
    const value = idValue(id);
    return value ? `<GUID=${value.toString('hex')}>` : dn;
  },
  revisionAttribute: undefined,
  markKind: 'uSNChanged',
  changeAttribute: 'uSNChanged',
  modifiedAttribute: 'whenChanged',
  usernameAttribute: 'sAMAccountName',
  userFilter: '(&(objectCategory=person)(objectClass=user))',
  displayNameAttributes: ['displayName', 'cn'],
  hasMember: ({ dn }) => matches('member', memberOfAnyDepth, dn),
};

function idValue(id: string): Buffer | undefined {
  const text = id.toLowerCase();
  return guid.test(text) ? swapped(Buffer.from(text.replaceAll('-', ''), 'hex')) : undefined;
}

/** MS-DTYP 2.3.4.2: the first three parts of a GUID are stored with their lowest byte first. */
function swapped(bytes: Buffer): Buffer {
  const [first, second, third] = [bytes.subarray(0, 4), bytes.subarray(4, 6), bytes.subarray(6, 8)];
  return Buffer.concat([...[first, second, third].map((part) => Buffer.from(part).reverse()), bytes.subarray(8)]);
}
