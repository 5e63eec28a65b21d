import { escapeRDN, type LDIFValue, toLDIF } from './ldif.ts';

export interface UserSeed {
  readonly sAMAccountName: string;
  readonly cn?: string;
  readonly password?: string;
  /** Where the entry stands. */
  readonly parent: string;
  readonly [attribute: string]: LDIFValue;
}

/** A user of Active Directory as LDIF; enabled when there is a password, which costs the server 60 ms. */
export function aUser({ sAMAccountName, cn = sAMAccountName, parent, password, ...attributes }: UserSeed): string {
  return toLDIF(`CN=${escapeRDN(cn)},${parent}`, {
    objectClass: 'user',
    sAMAccountName,
    userPrincipalName: `${sAMAccountName}@corp.example`,
    userAccountControl: password ? '512' : undefined,
    unicodePwd: password && Buffer.from(`"${password}"`, 'utf16le'),
    ...attributes,
  });
}
