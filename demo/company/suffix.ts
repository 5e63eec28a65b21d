/** The names that the sample company's directory hangs on. */
export const suffix = 'dc=example,dc=org';
export const peopleDN = `ou=people,${suffix}`;
export const externalDN = `ou=external,${peopleDN}`;
export const groupsDN = `ou=groups,${suffix}`;

/** The service account of Nameplate. */
export const serviceDN = `cn=nameplate,${suffix}`;

/** Everybody's, the service account's too: plainly nothing but a demo's. */
export const password = 'demo';
