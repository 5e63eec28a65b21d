import type { Certificate } from './certificates.ts';

export interface SlapdConfOptions {
  readonly folder: string;
  readonly suffix: string;
  readonly adminDN: string;
  readonly adminPassword: string;
  readonly serviceDN: string;
  readonly certificate: Certificate | undefined;
  /** The limit of every search; without it the service account has none. */
  readonly sizelimit: number | undefined;
  /** Lines before the database, such as `moduleload ppolicy` or `security tls=1`. */
  readonly globalConf: readonly string[];
  /** Lines of the database; `access` lines among them come before the usual ones. */
  readonly databaseConf: readonly string[];
}

const schemas = ['core', 'cosine', 'inetorgperson', 'nis'];

/** The configuration of a throw-away slapd (slapd.conf(5)). */
export function slapdConf(options: SlapdConfOptions): string {
  const { folder, suffix, adminDN, adminPassword, serviceDN, certificate } = options;
  return [
    ...schemas.map((schema) => `include /etc/ldap/schema/${schema}.schema`),
    'modulepath /usr/lib/ldap',
    'moduleload back_mdb',
    `pidfile ${folder}/slapd.pid`,
    ...(certificate
      ? [
          `TLSCACertificateFile ${certificate.caFile}`,
          `TLSCertificateFile ${certificate.certFile}`,
          `TLSCertificateKeyFile ${certificate.keyFile}`,
        ]
      : []),
    ...options.globalConf,
    'database mdb',
    'maxsize 1073741824',
    `suffix "${suffix}"`,
    `directory "${folder}/db"`,
    `rootdn "${adminDN}"`,
    `rootpw ${adminPassword}`,
    'index objectClass,uid,entryUUID,entryCSN,modifyTimestamp eq',
    'index cn,member,uniqueMember,memberUid eq',
    ...(options.sizelimit === undefined
      ? [`limits dn.exact="${serviceDN}" size=unlimited time=unlimited`]
      : [`sizelimit ${options.sizelimit}`]),
    ...options.databaseConf,
    `access to attrs=userPassword by self write by anonymous auth by * none`,
    `access to dn.subtree="ou=people,${suffix}" by dn.exact="${serviceDN}" write by users read by * none`,
    'access to * by users read by * none',
    '',
  ].join('\n');
}
