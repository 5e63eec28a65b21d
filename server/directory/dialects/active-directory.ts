import { matches } from '../filter.ts';
import type { Dialect } from './dialect.ts';

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const memberOfAnyDepth = '1.2.840.113556.1.4.1941';

/** The domain's own policy, and what a fine-grained one says instead (MS-ADA1, MS-ADA2). */
const thresholds = ['lockoutThreshold', 'msDS-LockoutThreshold'];
const windows = ['lockOutObservationWindow', 'msDS-LockoutObservationWindow'];
/** Times that last are negative, in steps of 100 ns. */
const stepsInSecond = -10_000_000;

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
  nestsGroups: true,
  accountAttributes: ['userAccountControl', 'msDS-User-Account-Control-Computed', 'accountExpires', 'pwdLastSet'],
  accountOf(value) {
    const flags = Number(value('userAccountControl') ?? 0) | Number(value('msDS-User-Account-Control-Computed') ?? 0);
    return {
      isBlocked: (flags & (accountDisabled | lockedOut)) !== 0 || isPast(value('accountExpires') ?? ''),
      passwordStamp: value('pwdLastSet'),
    };
  },
  lockoutClasses: ['domainDNS', 'msDS-PasswordSettings'],
  lockoutAttributes: [...thresholds, ...windows],
  lockoutOf(value) {
    const first = (attributes: readonly string[]) => Number(attributes.map(value).find(Boolean) ?? 0);
    const attempts = first(thresholds);
    return attempts === 0 ? undefined : { attempts, seconds: first(windows) / stepsInSecond };
  },
};

/** MS-ADTS 2.2.16; the lock is in the computed attribute alone. */
const [accountDisabled, lockedOut] = [0x2, 0x10];

/** A time in steps of 100 ns since 1601; 0 and the greatest number stand for never (MS-ADA1 2.1). */
function isPast(fileTime: string): boolean {
  if (!/^[1-9]\d{0,18}$/.test(fileTime) || fileTime === '9223372036854775807') return false;
  return BigInt(fileTime) / 10_000n - 11_644_473_600_000n < BigInt(Date.now());
}

function idValue(id: string): Buffer | undefined {
  const text = id.toLowerCase();
  return guid.test(text) ? swapped(Buffer.from(text.replaceAll('-', ''), 'hex')) : undefined;
}

/** MS-DTYP 2.3.4.2: the first three parts of a GUID are stored with their lowest byte first. */
function swapped(bytes: Buffer): Buffer {
  const [first, second, third] = [bytes.subarray(0, 4), bytes.subarray(4, 6), bytes.subarray(6, 8)];
  return Buffer.concat([...[first, second, third].map((part) => Buffer.from(part).reverse()), bytes.subarray(8)]);
}
