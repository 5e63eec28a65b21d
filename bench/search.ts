import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import SQLite from 'better-sqlite3';
import { readConfig } from '#server/config.ts';
import { hashPassword } from '#server/identity/passwords.ts';
import { serve } from '#server/main.ts';
import { createSQLitePeopleIndex, createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { session as sessionSchema } from '#shared/contract/session.ts';
import { createCaller } from './caller.ts';
import type { Result } from './result.ts';
import { timeRounds } from './rounds.ts';

const attribute = (name: string) => ({ kind: 'directory', attribute: name });
const fields = [
  { key: 'title', type: 'text', source: attribute('title') },
  { key: 'phone', type: 'phone', source: attribute('telephoneNumber') },
  { key: 'mail', type: 'text', source: attribute('mail') },
  { key: 'badge', type: 'text', source: attribute('employeeNumber'), visibleTo: ['helpdesk'] },
];
const firstNames =
  'Anna Bert Carla Dora Emil Fritz Gül Hans Ida Jürgen Karl Lena Mária Nils Olga Peter Rita Søren Tina'.split(' ');
const parts = 'ba ko li mu ner schmidt wag mei er hof mann bach stein berg fel dt tor lin den groß'.split(' ');
const titles = ['Baker', 'Bookkeeper', 'Backend Engineer', 'Nurse', 'Teacher'];

/** What somebody types, from a single letter, which finds most people, to the whole of a name. */
const searches = [
  'a',
  'an',
  'anna',
  'anna b',
  'gül schmidtgroß',
  '0611 1',
  '+49 611 1000123',
  'example.org',
  'b-4',
  'teacher a b',
  'nobody',
];
const user = { username: 'desk', password: 'fake-password' };

/** A search among many people through HTTP, and how long they take to be indexed. */
export async function measureSearch(people = 100_000): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-search-'));
  const config = readConfig({ NAMEPLATE_DATA: folder, NAMEPLATE_LISTEN: '127.0.0.1:0', NAMEPLATE_LOG: 'error' });
  await fill(config.storeFile, people);
  const started = performance.now();
  const server = await serve(config);
  try {
    const index = await createSQLitePeopleIndex(config.peopleIndexFile);
    while (!(await index.state()).isComplete) await delay(100);
    await index.close();
    const indexed = (performance.now() - started) / 1000;
    const { call, close } = await createCaller(server.url);
    const { token } = sessionSchema.parse(await call('POST', '/api/session', { body: user }));
    const deeds = Object.fromEntries(
      searches.map((q) => [q, () => call('GET', `/api/people?q=${encodeURIComponent(q)}`, { token })]),
    );
    const times = Object.entries(await timeRounds(deeds, { rounds: 30, warmUp: 3 }));
    close();
    const [slowest = '', worst = { median: Number.NaN, p99: Number.NaN }] =
      times.toSorted(([, one], [, other]) => other.p99 - one.p99)[0] ?? [];
    const detail = `the slowest of ${times.length} searches, "${slowest}": median ${worst.median.toFixed(1)} ms, p99; indexed in ${indexed.toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`;
    return [
      { name: `search among ${people.toLocaleString('en')} people`, value: worst.p99, unit: 'ms', limit: 50, detail },
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(file: string, people: number): Promise<void> {
  const store = await createSQLiteStore(file);
  await store.configuration.save(configuration.parse({ fields }), 0);
  const passwordHash = await hashPassword(user.password);
  await store.localAccounts.add({ username: user.username, displayName: 'Desk', passwordHash, role: 'admin' });
  await store.close();
  const client = new SQLite(file);
  const insert = client.prepare(
    `insert into people (id, directory, entry_id, change_number, username, display_name, attributes, synced_attributes, local_values, local_revision)
     values (?, 'hq', ?, ?, ?, ?, ?, '{}', '{}', 0)`,
  );
  const pick = (list: readonly string[], n: number) => list[n % list.length] ?? '';
  client.transaction(() => {
    for (let n = 0; n < people; n++) {
      const last = pick(parts, n) + pick(parts, Math.floor(n / 7)) + pick(parts, Math.floor(n / 131));
      const attributes = {
        title: [pick(titles, n)],
        telephoneNumber: [`+49 611 ${1_000_000 + n}`],
        mail: [`user${n}@example.org`],
        employeeNumber: [`B-${n}`],
      };
      insert.run(
        randomUUID(),
        `e${n}`,
        n + 10,
        `user${n}`,
        `${pick(firstNames, n)} ${last}`,
        JSON.stringify(attributes),
      );
    }
  })();
  client.close();
}
