import { endpointOf } from '#server/directory/endpoint.ts';
import { allOf, equals, parseFilter } from '#server/directory/filter.ts';
import { openConnection } from '#server/directory/open-connection.ts';
import { directoryDefinition } from '#shared/contract/configuration/directory.ts';
import { session as sessionSchema } from '#shared/contract/session.ts';
import { startOpenLDAP } from '#test/directories/openldap.ts';
import { aPerson } from '#test/directories/people.ts';
import { createCaller } from './caller.ts';
import type { Result } from './result.ts';
import { timeRounds } from './rounds.ts';
import { startServer } from './server.ts';

const rounds = { rounds: 500, warmUp: 2000 };
const attributes = [
  'entryUUID',
  'uid',
  'displayName',
  'cn',
  'entryCSN',
  'telephoneNumber',
  'title',
  'description',
  'l',
];
const numberOf = (round: number) => `+49 611 ${1_000_000 + round}`;
const password = 'fake-password';

/**
 * A save and an opened profile through HTTP, against the bare sequence on a connection that is open and bound already:
 * read, modify, read back; and read.
 */
export async function measureSaves(): Promise<Result[]> {
  const people = ['bare', 'http'].map((uid) =>
    aPerson({ uid, password, telephoneNumber: numberOf(0), title: 'Baker' }),
  );
  const slapd = await startOpenLDAP({ ldif: people });
  const server = await startServer(slapd);
  const definition = directoryDefinition.parse({ key: 'hq', url: slapd.url, tls: 'none', baseDN: slapd.baseDN });
  const connection = await openConnection(await endpointOf(definition));
  try {
    await connection.bind(slapd.serviceDN, slapd.servicePassword);
    const dn = `uid=bare,${slapd.peopleDN}`;
    const base = slapd.peopleDN;
    const person = equals('uid', 'bare');
    const { entries } = await connection.search({ base, scope: 'sub', filter: person, attributes: ['entryUUID'] });
    const id = entries[0]?.attributes[0]?.values[0]?.toString() ?? '';
    const filter = allOf(parseFilter('(objectClass=person)'), equals('entryUUID', id));
    const read = () => connection.search({ base, scope: 'sub', filter, attributes });
    const bareSave = async (round: number) => {
      await read();
      const [from, to] = [numberOf(round), numberOf(round + 1)].map((number) => Buffer.from(number));
      await connection.modify(dn, [
        { operation: 'delete', attribute: 'telephoneNumber', values: [from as Buffer] },
        { operation: 'add', attribute: 'telephoneNumber', values: [to as Buffer] },
      ]);
      await read();
    };

    const { call, close } = await createCaller(server.url);
    const { token } = sessionSchema.parse(await call('POST', '/api/session', { body: { username: 'http', password } }));
    const save = async (round: number) => {
      const changes = { phone: { from: numberOf(round), to: numberOf(round + 1) } };
      const { outcomes } = await call<Outcomes>('PATCH', '/api/me/profile', { token, body: { changes } });
      if (outcomes.phone.status !== 'saved') throw new Error(`The save was ${outcomes.phone.status}`);
    };
    const open = () => call('GET', '/api/me/profile?refresh=1', { token });

    const times = await timeRounds({ bareSave, save, read, open }, rounds);
    close();
    return [
      ratio('save through HTTP', times.save, times.bareSave, 'read, modify, read back'),
      ratio('open a profile through HTTP', times.open, times.read, 'read'),
    ];
  } finally {
    connection.close();
    await server.stop();
    await slapd.stop();
  }
}

interface Outcomes {
  readonly outcomes: { readonly phone: { readonly status: string } };
}

function ratio(
  name: string,
  ours: { median: number; p99: number },
  bare: { median: number },
  sequence: string,
): Result {
  const detail = `median ${ours.median.toFixed(2)} ms (p99 ${ours.p99.toFixed(2)}) to ${bare.median.toFixed(2)} ms for a bare ${sequence}`;
  return { name, value: ours.median / bare.median, unit: 'x', limit: 3, detail };
}
