import { isIP } from 'node:net';
import type { DirectoryDefinition } from '#shared/contract/configuration.ts';
import { Problem } from '../problem.ts';

/** Where a directory is and how it is spoken to. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly tls: 'none' | 'starttls' | 'ldaps';
  /** PEM of the authorities that are trusted; by default Node's. */
  readonly ca: string | Buffer | undefined;
  readonly connectSeconds: number;
  readonly operationSeconds: number;
}

const globalCatalogPorts = [3268, 3269];

/** Throws an `internal` problem where the address cannot serve. */
export function endpointOf(definition: DirectoryDefinition, ca?: string | Buffer): Endpoint {
  const { url, connectTimeoutSeconds, operationTimeoutSeconds } = definition;
  const { protocol, hostname, port } = new URL(url);
  const isSecure = protocol === 'ldaps:';
  const endpoint: Endpoint = {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (isSecure ? 636 : 389) : Number(port),
    tls: definition.tls ?? (isSecure ? 'ldaps' : 'starttls'),
    ca,
    connectSeconds: connectTimeoutSeconds,
    operationSeconds: operationTimeoutSeconds,
  };
  if (globalCatalogPorts.includes(endpoint.port)) {
    throw new Problem(
      'internal',
      `The port ${endpoint.port} of the directory "${definition.name ?? definition.key}" is a global catalog: read-only, and without most attributes. Use 389 or 636.`,
      { rule: 'globalCatalog' },
    );
  }
  return endpoint;
}

/** What TLS announces; addresses are not announced (RFC 6066 3). */
export function serverName({ host }: Endpoint): string {
  return isIP(host) ? '' : host;
}
