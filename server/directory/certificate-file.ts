import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** What keeps a file from being used as trusted certificates, as the rest of a sentence; undefined when it can be. */
export async function certificateFileIssue(file: string): Promise<string | undefined> {
  let content: string;
  try {
    content = await readFile(file, 'latin1');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const reason = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    return `names ${file}, but ${reason}`;
  }
  const blocks = content.match(certificate) ?? [];
  if (blocks.length === 0) return `names ${file}, which holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)`;
  return blocks.every(isCertificate) ? undefined : `names ${file}, which holds a certificate that is damaged`;
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
