import { createDirectoryGateway } from '#server/directory/create-gateway.ts';
import type { DirectoryGateway } from '#server/directory/gateway.ts';
import { startAPI } from '#test/api/start-api.ts';
import type { Request, ServerOptions, Step } from './steps.ts';

const { folder, definition, bindPassword, secondsAhead } = JSON.parse(process.argv[2] ?? '') as ServerOptions;
const [connectTimeoutSeconds, operationTimeoutSeconds] = [0.3, 0.4];
const endOfTime = new Date(8.64e15);
let deadly: Step | undefined;

/** SIGKILL: what the process has in mind is lost, what it has written is not. */
function pass(step: Step): void {
  if (step === deadly) process.kill(process.pid, 'SIGKILL');
}

function deadlyGateway(gateway: DirectoryGateway): DirectoryGateway {
  return {
    ...gateway,
    async change(id, attributes, plan) {
      const written = await gateway.change(id, attributes, (entry) => {
        const changes = plan(entry);
        pass('planned');
        return changes;
      });
      pass('answered');
      return written;
    },
  };
}

const api = await startAPI({
  folder,
  // No test is to wait for as long as people may.
  busyTimeoutMilliseconds: 100,
  companies: { hq: { definition, bindPassword } },
  now: () => new Date(Date.now() + secondsAhead * 1000),
  openGateway: (configured, password) =>
    deadlyGateway(
      createDirectoryGateway(
        { ...configured, connectTimeoutSeconds, operationTimeoutSeconds },
        { bindPassword: password },
      ),
    ),
});
const { begin, settle, claim } = api.store.outbox;
Object.assign(api.store.outbox, {
  async begin(...args: Parameters<typeof begin>) {
    pass('beforeJournal');
    const begun = await begin(...args);
    pass('journalled');
    return begun;
  },
  async settle(...args: Parameters<typeof settle>) {
    const isKept = await settle(...args);
    pass('settled');
    return isKept;
  },
  async claim(...args: Parameters<typeof claim>) {
    const claimed = await claim(...args);
    if (claimed) pass('claimed');
    return claimed;
  },
});

async function answer(request: Request): Promise<unknown> {
  switch (request.kind) {
    case 'call': {
      const { status, body } = await api.call(request.method, request.path, request.options);
      return { status, body };
    }
    case 'deliver':
      await api.deliver();
      return (await api.store.outbox.due(endOfTime, 1000)).length;
    case 'forgetTroubles': {
      deadly = undefined;
      const before = await api.configuration();
      const directories = before.directories.map((each) => ({ ...each, pageSize: 1 + (each.pageSize % 1000) }));
      return api.configure({ ...before, directories });
    }
    case 'history':
      return api.store.history.list({ limit: 10_000 });
    case 'dieAt':
      deadly = request.step;
      return undefined;
  }
}

process.on('message', async (request: Request) => {
  try {
    process.send?.({ id: request.id, result: await answer(request) });
  } catch (error) {
    process.send?.({ id: request.id, error: String(error instanceof Error ? error.stack : error) });
  }
});
process.on('disconnect', () => process.exit());
process.send?.({ id: 0 });
