import { isIP } from 'node:net';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { Problem } from '../problem.ts';
import { readCertificateFile } from './certificate-file.ts';

/** Where a directory is and how it is spoken to. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly tls: 'none' | 'starttls' | 'ldaps';
  /** PEM of the authorities that are trusted; by default Node's. */
  readonly ca: string | undefined;
  readonly connectSeconds: number;
  readonly operationSeconds: number;
}

const globalCatalogPorts = [3268, 3269];

/**
 * Reads the file of the authorities at each call, so that a new one needs no restart. Throws an `internal` problem
 * where the address or the file cannot serve.
 */
export async function endpointOf(definition: DirectoryDefinition): Promise<Endpoint> {
  const { key, name = key, url, caFile, connectTimeoutSeconds, operationTimeoutSeconds } = definition;
  const problem = (rule: string, sentence: string) =>
    new Problem('internal', `The directory "${name}" ${sentence}`, { rule });
  const address = URL.parse(url);
  if (!address) throw problem('wrongAddress', 'has a url that is no address of a host. Correct it.');
  const { protocol, hostname, port } = address;
  const isSecure = protocol === 'ldaps:';
  const tls = definition.tls ?? (isSecure ? 'ldaps' : 'starttls');
  const numbered = port === '' ? (isSecure ? 636 : 389) : Number(port);
  if (globalCatalogPorts.includes(numbered)) {
    const sentence = `is set up with the port ${numbered}, which is a global catalog: read-only, and without most attributes. Use 389 or 636.`;
    throw problem('globalCatalog', sentence);
  }
  const trusted = caFile === undefined || tls === 'none' ? undefined : await readCertificateFile(caFile);
  if (trusted && 'issue' in trusted) {
    throw problem('caFile', `${trusted.issue}. Put the certificate of its authority there, or correct caFile.`);
  }
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: numbered,
    tls,
    ca: trusted?.certificates,
    connectSeconds: connectTimeoutSeconds,
    operationSeconds: operationTimeoutSeconds,
  };
}

/** What TLS announces; addresses are not announced (RFC 6066 3). */
export function serverName({ host }: Endpoint): string {
  return isIP(host) ? '' : host;
}
