import { groupsDN, peopleDN, serviceDN, suffix } from './suffix.ts';

/** What Nameplate's service account may write: the attributes that the demo maps with write-back, and no other. */
export const writableAttributes = [
  'telephoneNumber',
  'mobile',
  'title',
  'description',
  'l',
  'jpegPhoto',
  'labeledURI',
  'secretary',
];

/** slapd.access(5): people sign in and read, the service account writes what is mapped, nobody sees a password. */
export const accessRules = `
access to attrs=userPassword
  by anonymous auth
  by * none
access to dn.subtree="${peopleDN}" attrs=${writableAttributes.join(',')}
  by dn.exact="${serviceDN}" write
  by users read
  by * none
access to dn.subtree="${groupsDN}"
  by dn.exact="${serviceDN}" read
  by * none
access to dn.subtree="${suffix}"
  by users read
  by * none
`;
