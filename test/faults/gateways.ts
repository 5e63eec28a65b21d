import { afterEach } from 'vitest';
import { createDirectoryGateway, type GatewayDeps } from '#server/directory/create-gateway.ts';
import type { DirectoryGateway } from '#server/directory/gateway.ts';
import { type DirectoryDefinition, directoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { OpenLDAP } from '#test/directories/openldap.ts';

const opened: DirectoryGateway[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((gateway) => gateway.close()));
});

/** For tests that wait for a time limit; all others have time. */
export const impatient = { connectTimeoutSeconds: 1, operationTimeoutSeconds: 1 };

/** A gateway to an OpenLDAP, by default straight and in clear text; closed when the test ends. */
export function aGateway(
  server: OpenLDAP,
  definition: Partial<DirectoryDefinition> = {},
  deps: GatewayDeps = {},
): DirectoryGateway {
  const gateway = createDirectoryGateway(
    directoryDefinition.parse({
      key: 'hq',
      name: 'Headquarters',
      url: server.url,
      tls: definition.url?.startsWith('ldaps:') ? 'ldaps' : 'none',
      bindDN: server.serviceDN,
      bindPassword: { env: 'HQ_PASSWORD' },
      baseDN: server.baseDN,
      userDN: 'ou=people',
      ...(server.caFile && { caFile: server.caFile }),
      connectTimeoutSeconds: 10,
      operationTimeoutSeconds: 10,
      ...definition,
    }),
    { bindPassword: server.servicePassword, ...deps },
  );
  opened.push(gateway);
  return gateway;
}

/** A gateway to a server that is no directory at all; by default anonymous, so that searches come at once. */
export function aGatewayTo(
  url: string,
  definition: Partial<DirectoryDefinition> = {},
  deps: GatewayDeps = {},
): DirectoryGateway {
  const gateway = createDirectoryGateway(
    directoryDefinition.parse({
      key: 'hostile',
      name: 'Hostile',
      url,
      tls: 'none',
      baseDN: 'dc=example,dc=org',
      connectTimeoutSeconds: 10,
      operationTimeoutSeconds: 10,
      ...definition,
    }),
    deps,
  );
  opened.push(gateway);
  return gateway;
}

/** The names of all people, page by page. */
export function readPages(gateway: DirectoryGateway): Promise<string[][]> {
  return gateway.sweep(async (sweep) => {
    const wanted = { attributes: [], withRevision: false };
    const pages: string[][] = [];
    for await (const { entries } of sweep.pages(await sweep.select(undefined), wanted)) {
      pages.push(entries.map((entry) => entry.read().username));
    }
    return pages;
  });
}

export async function readAll(gateway: DirectoryGateway): Promise<string[]> {
  return (await readPages(gateway)).flat();
}
