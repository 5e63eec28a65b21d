import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { startActiveDirectory } from './active-directory.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly activeDirectoryPort: number;
  }
}

/** One domain controller for the whole run: it starts when the first test asks for it, and ends with the run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let starting: ReturnType<typeof startActiveDirectory> | undefined;
  const server = createServer(async (_, response) => {
    starting ??= startActiveDirectory();
    const { status, body } = await starting.then(
      ({ facts }) => ({ status: 200, body: JSON.stringify(facts) }),
      (error: unknown) => ({ status: 500, body: String(error) }),
    );
    response.writeHead(status).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  project.provide('activeDirectoryPort', address.port);
  return async () => {
    server.close();
    const started = await starting?.catch(() => undefined);
    await started?.stop();
  };
}
