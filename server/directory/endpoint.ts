import { isIP } from 'node:net';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { Problem } from '../problem.ts';
import { certificatesIn, readCertificateFile } from './certificate-file.ts';

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
  const { key, name = key, url, caFile, ca, connectTimeoutSeconds, operationTimeoutSeconds } = definition;
  const problem = (rule: string, sentence: string) =>
    new Problem('internal', `The directory "${name}" ${sentence}`, { rule });
  const address = URL.parse(url);
  if (!address) throw problem('wrongAddress', 'has a url that is no address of a host. Correct it.');
  const { hostname } = address;
  const tls = definition.tls ?? (address.protocol === 'ldaps:' ? 'ldaps' : 'starttls');
  const numbered = portOf(address);
  if (globalCatalogPorts.includes(numbered)) {
    const sentence = `is set up with the port ${numbered}, which is a global catalog: read-only, and without most attributes. Use 389 or 636.`;
    throw problem('globalCatalog', sentence);
  }
  const trusted = tls === 'none' ? undefined : await authoritiesOf(caFile, ca);
  if (trusted && 'issue' in trusted) {
    throw problem('caFile', `${trusted.issue}. Put the certificate of its authority there, or correct caFile.`);
  }
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: numbered,
    tls,
    ca: trusted ? trusted.certificates : undefined,
    connectSeconds: connectTimeoutSeconds,
    operationSeconds: operationTimeoutSeconds,
  };
}

/** A global catalog is read-only and lacks most attributes ; it is told by its port. */
export function isGlobalCatalog(url: string): boolean {
  const address = URL.parse(url);
  return address !== null && globalCatalogPorts.includes(portOf(address));
}

function portOf({ protocol, port }: URL): number {
  const usual = protocol === 'ldaps:' ? 636 : 389;
  return port === '' ? usual : Number(port);
}

async function authoritiesOf(caFile: string | undefined, ca: string | undefined) {
  return ca === undefined ? (caFile === undefined ? undefined : readCertificateFile(caFile)) : certificatesIn(ca);
}

/** What TLS announces; addresses are not announced (RFC 6066 3). */
export function serverName({ host }: Endpoint): string {
  return isIP(host) ? '' : host;
}
