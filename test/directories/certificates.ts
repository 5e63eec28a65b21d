import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.ts';

export interface Certificate {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** A certificate authority of its own and a certificate that it signed, as PEM files in the folder. */
export async function makeCertificate(
  folder: string,
  subjectAltName = 'DNS:localhost,IP:127.0.0.1',
): Promise<Certificate> {
  const [caFile, caKey] = [join(folder, 'ca.pem'), join(folder, 'ca.key')];
  const [certFile, keyFile, request] = [join(folder, 'cert.pem'), join(folder, 'key.pem'), join(folder, 'request.pem')];
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-sha256'];
  const extensions = join(folder, 'extensions');
  await writeFile(
    extensions,
    `subjectAltName=${subjectAltName}\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n`,
  );
  await run('openssl', [
    'req',
    '-x509',
    ...newKey,
    '-days',
    '3650',
    '-subj',
    '/CN=Nameplate test CA',
    '-keyout',
    caKey,
    '-out',
    caFile,
    '-addext',
    'basicConstraints=critical,CA:TRUE',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  ]);
  await run('openssl', ['req', ...newKey, '-subj', '/CN=directory', '-keyout', keyFile, '-out', request]);
  await run('openssl', [
    'x509',
    '-req',
    '-sha256',
    '-days',
    '3650',
    '-in',
    request,
    '-CA',
    caFile,
    '-CAkey',
    caKey,
    '-CAcreateserial',
    '-extfile',
    extensions,
    '-out',
    certFile,
  ]);
  return { caFile, certFile, keyFile };
}
