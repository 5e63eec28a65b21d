import type { Certificate } from './certificates.ts';

export interface SmbConfOptions {
  readonly folder: string;
  readonly address: string;
  readonly realm: string;
  readonly domain: string;
  readonly certificate: Certificate;
}

/** The configuration of a throw-away Samba domain controller that serves LDAP alone (smb.conf(5)). */
export function smbConf({ folder, address, realm, domain, certificate }: SmbConfOptions): string {
  return `[global]
netbios name = DC1
workgroup = ${domain}
realm = ${realm}
server role = active directory domain controller
server services = ldap
dcerpc endpoint servers = none
interfaces = ${address}/8
bind interfaces only = yes
private dir = ${folder}/private
lock directory = ${folder}
state directory = ${folder}/state
cache directory = ${folder}/cache
binddns dir = ${folder}/bind-dns
pid directory = ${folder}/run
ncalrpc dir = ${folder}/run/ncalrpc
winbindd socket directory = ${folder}/run/winbindd
ntp signd socket directory = ${folder}/run/ntp
idmap_ldb:use rfc2307 = yes
ldap server require strong auth = no
tls enabled = yes
tls keyfile = ${certificate.keyFile}
tls certfile = ${certificate.certFile}
tls cafile = ${certificate.caFile}
logging = file
log file = ${folder}/log/samba.log
log level = 1
`;
}
