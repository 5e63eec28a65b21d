import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { aGateway, readAll } from './gateways.ts';
import { type BreakableProxy, startProxy } from './proxy.ts';

let server: OpenLDAP;
let proxy: BreakableProxy;

beforeAll(async () => {
  server = await startOpenLDAP({ tls: true });
});
afterAll(() => server?.stop());
beforeEach(async () => {
  proxy = await startProxy(server.port);
});
afterEach(() => proxy.close());

const through = () => ({ url: `ldap://127.0.0.1:${proxy.port}` });
const unavailable = (rule: string) => ({
  kind: 'unavailable',
  options: { rule },
  message: expect.stringContaining('"Headquarters"'),
});
/** Time enough for the bind and the search that come before a directory stops. */
const patient = { connectTimeoutSeconds: 5, operationTimeoutSeconds: 5 };
const title = (value: string) => [{ attribute: 'title', remove: [], add: [value] }];

describe('L1: a connection that was lost is never continued without its bind', () => {
  test.each(['FIN', 'RST'] as const)(
    'after a %s the next read comes from a new connection that is bound',
    async (how) => {
      const gateway = aGateway(server, through());
      const before = await gateway.findByUsername('jane', ['cn']);
      proxy.end(how);
      // Anonymous searches find nobody here.
      expect(await gateway.findByUsername('jane', ['cn'])).toEqual(before);
      expect(proxy.connections()).toBe(2);
    },
  );

  test('a read of all people that loses its connection ends with an error, never as if that were all', async () => {
    const read = aGateway(server, { ...through(), pageSize: 1 }).sweep(async (sweep) => {
      const wanted = { attributes: [], withRevision: false };
      const pages = sweep.pages(await sweep.select(undefined), wanted)[Symbol.asyncIterator]();
      expect((await pages.next()).value.entries).toHaveLength(1);
      proxy.end('RST');
      while (!(await pages.next()).done);
    });
    await expect(read).rejects.toMatchObject(unavailable('closed'));
  });

  test('a directory that was restarted is found again', async () => {
    const gateway = aGateway(server);
    expect(await readAll(gateway)).toContain('jane');
    expect(await gateway.findByUsername('jane', [])).toBeDefined();
    await server.restart();
    expect(await gateway.findByUsername('jane', [])).toBeDefined();
  });
});

describe('L2: what was encrypted never goes on in clear text', () => {
  test.each(['FIN', 'RST'] as const)('after a %s under StartTLS the password does not leave in clear', async (how) => {
    const gateway = aGateway(server, { ...through(), tls: 'starttls' });
    expect(await gateway.findByUsername('jane', [])).toBeDefined();
    proxy.end(how);
    expect(await gateway.findByUsername('jane', [])).toBeDefined();
    proxy.end(how);
    expect(await gateway.authenticate('jane', 'fake-password-of-jane', [])).toBeDefined();
    const heard = proxy.heard();
    expect(heard.includes('1.3.6.1.4.1.1466.20037')).toBe(true);
    expect(heard.includes(server.servicePassword)).toBe(false);
    expect(heard.includes('fake-password-of-jane')).toBe(false);
  });
});

describe('an answer that breaks off', () => {
  test('in the middle of a message ends the read at once with a problem', async () => {
    proxy.breakWithinAnswer(20);
    await expect(aGateway(server, through()).findByUsername('jane', [])).rejects.toMatchObject(unavailable('closed'));
  });
});

describe('a write whose answer was lost is settled by reading (LDAP.md 2.2)', () => {
  test('it had been done: then it is saved', async () => {
    const gateway = aGateway(server, through());
    const jane = await gateway.findByUsername('yuki', ['title']);
    const written = await gateway.change(jane?.id ?? '', ['title'], () => {
      proxy.breakBeforeAnswer(3);
      return title('Saved unheard');
    });
    expect(written?.entry.attributes).toEqual({ title: ['Saved unheard'] });
    expect(await server.ldapsearch('(uid=yuki)', 'title')).toContain('title: Saved unheard');
  });

  test('it is not seen to be done: then nobody can tell, since it may be carried out later', async () => {
    const gateway = aGateway(server, through());
    const jane = await gateway.findByUsername('juergen', ['title']);
    const change = gateway.change(jane?.id ?? '', ['title'], () => {
      proxy.breakBeforeRequest(2);
      return title('Never arrived');
    });
    await expect(change).rejects.toMatchObject(unavailable('unknownOutcome'));
    expect(await server.ldapsearch('(uid=juergen)', 'title')).not.toContain('title');
  });

  test('nobody can tell: then it is unavailable, and says that', async () => {
    const jane = await aGateway(server).findByUsername('jane', ['description']);
    const change = aGateway(server, patient).change(jane?.id ?? '', ['description'], () => {
      server.pause();
      return [{ attribute: 'description', remove: [], add: ['later'] }];
    });
    try {
      await expect(change).rejects.toMatchObject(unavailable('unknownOutcome'));
    } finally {
      server.resume();
    }
  });
});

describe('W7 a write that takes the entry out of the user filter is read back all the same', () => {
  test.each([0, 3])('also when it has to be looked for (answers lost: %i)', async (lost) => {
    const room = (remove: string[], add: string[]) => [{ attribute: 'roomNumber', remove, add }];
    const { id = '' } = (await aGateway(server).findByUsername('yuki', [])) ?? {};
    await aGateway(server).change(id, ['roomNumber'], () => room([], ['7']));
    const gateway = aGateway(server, { ...through(), userFilter: '(&(objectClass=person)(roomNumber=*))' });
    expect(await gateway.findById(id, [])).toBeDefined();
    const written = await gateway.change(id, ['roomNumber'], () => {
      proxy.breakBeforeAnswer(lost);
      return room(['7'], []);
    });
    expect(written).toMatchObject({ entry: { username: 'yuki', attributes: {} }, refused: new Map() });
    expect(await gateway.findById(id, [])).toBeUndefined();
  });
});

describe('L6: a directory that is down or does not answer is a problem in bounded time, and named', () => {
  test('stopped in its tracks: no answer, and no new connection', async () => {
    const gateway = aGateway(server, patient);
    expect(await gateway.findByUsername('jane', [])).toBeDefined();
    server.pause();
    try {
      const reads = [
        gateway.findByUsername('jane', []),
        aGateway(server, { ...patient, tls: 'starttls' }).findByUsername('jane', []),
        readAll(aGateway(server, patient)),
      ];
      await Promise.all(reads.map((read) => expect(read).rejects.toMatchObject(unavailable('timeout'))));
    } finally {
      server.resume();
    }
  });

  test('not running', async () => {
    await proxy.close();
    await expect(aGateway(server, through()).authenticate('jane', 'x', [])).rejects.toMatchObject(
      unavailable('connectionRefused'),
    );
    const nowhere = aGateway(server, { url: 'ldap://no-such-host.invalid' });
    await expect(nowhere.findByUsername('jane', [])).rejects.toMatchObject(unavailable('unknownHost'));
  });
});
