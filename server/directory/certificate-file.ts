import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates of a PEM file, or what keeps them from being used, as the rest of a sentence. */
export type CertificateFile = { readonly certificates: string } | { readonly issue: string };

export async function readCertificateFile(file: string): Promise<CertificateFile> {
  let content: string;
  try {
    content = await readFile(file, 'latin1');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const reason = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    return { issue: `names ${file}, but ${reason}` };
  }
  const found = certificatesIn(content);
  return 'issue' in found ? { issue: `names ${file}, which ${found.issue}` } : found;
}

/** The same for PEM text. */
export function certificatesIn(pem: string): CertificateFile {
  const blocks = pem.match(certificate) ?? [];
  // An empty list would make TLS trust the authorities that it knows by default.
  if (blocks.length === 0) return { issue: 'holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)' };
  if (!blocks.every(isCertificate)) return { issue: 'holds a certificate that is damaged' };
  return { certificates: blocks.join('\n') };
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
