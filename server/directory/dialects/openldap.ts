import { anyOf, equals } from '../filter.ts';
import type { Dialect } from './dialect.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** OpenLDAP, and what behaves like it (RFC 4530 entryUUID). */
export const openldap: Dialect = {
  name: 'openldap',
  idAttribute: 'entryUUID',
  idOf(value) {
    const id = value.toString('latin1').toLowerCase();
    return uuid.test(id) ? id : undefined;
  },
  idValue: (id) => (uuid.test(id.toLowerCase()) ? id.toLowerCase() : undefined),
  writeDN: ({ dn }) => dn,
  revisionAttribute: 'entryCSN',
  markKind: 'contextCSN',
  changeAttribute: 'entryCSN',
  modifiedAttribute: 'modifyTimestamp',
  usernameAttribute: 'uid',
  userFilter: '(objectClass=person)',
  displayNameAttributes: ['displayName', 'cn'],
  nestsGroups: false,
  /** Of the overlay ppolicy, slapo-ppolicy(5). */
  accountAttributes: ['pwdAccountLockedTime', 'pwdChangedTime'],
  accountOf: (value) => ({
    isBlocked: value('pwdAccountLockedTime') !== undefined,
    passwordStamp: value('pwdChangedTime'),
  }),
  lockoutClasses: ['pwdPolicy'],
  lockoutAttributes: ['pwdLockout', 'pwdMaxFailure', 'pwdFailureCountInterval'],
  lockoutOf(value) {
    const attempts = Number(value('pwdMaxFailure') ?? 0);
    if (value('pwdLockout') !== 'TRUE' || attempts === 0) return undefined;
    return { attempts, seconds: Number(value('pwdFailureCountInterval') ?? 0) || Number.POSITIVE_INFINITY };
  },
  hasMember: ({ dn, username }) =>
    anyOf(
      equals('member', dn),
      equals('uniqueMember', dn),
      ...(username === '' ? [] : [equals('memberUid', username)]),
    ),
};
