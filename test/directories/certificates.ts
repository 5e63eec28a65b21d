import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.ts';

export interface Certificate {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

export interface CertificateOptions {
  /** The names that it is for; those of this machine unless told. */
  readonly subjectAltName?: string;
  /** It expired yesterday. */
  readonly isExpired?: boolean;
  /** It is its own authority. */
  readonly isSelfSigned?: boolean;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-sha256'];
const tenYears = ['-days', '3650'];

/** A certificate, and the authority of its own that signed it, as PEM files in the folder. */
export async function makeCertificate(folder: string, options: CertificateOptions = {}): Promise<Certificate> {
  const { subjectAltName = 'DNS:localhost,IP:127.0.0.1', isExpired = false, isSelfSigned = false } = options;
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  if (isSelfSigned) {
    await run('openssl', [
      ...['req', '-x509', ...newKey, ...tenYears, '-subj', '/CN=directory', '-keyout', keyFile, '-out', certFile],
      ...['-addext', `subjectAltName=${subjectAltName}`],
    ]);
    return { caFile: certFile, certFile, keyFile };
  }
  const [caFile, caKey] = [join(folder, 'ca.pem'), join(folder, 'ca.key')];
  const [request, extensions] = [join(folder, 'request.pem'), join(folder, 'extensions')];
  await run('openssl', [
    ...['req', '-x509', ...newKey, ...tenYears, '-subj', '/CN=Nameplate test CA', '-keyout', caKey, '-out', caFile],
    ...['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  ]);
  await run('openssl', ['req', ...newKey, '-subj', '/CN=directory', '-keyout', keyFile, '-out', request]);
  await writeFile(
    extensions,
    `subjectAltName=${subjectAltName}\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n`,
  );
  await run('openssl', [
    ...['x509', '-req', '-sha256', ...(isExpired ? ['-days', '-1'] : tenYears), '-in', request, '-out', certFile],
    ...['-CA', caFile, '-CAkey', caKey, '-CAcreateserial', '-extfile', extensions],
  ]);
  return { caFile, certFile, keyFile };
}
