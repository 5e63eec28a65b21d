import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryRecord } from '#server/store/store.ts';
import { type FoundPeople, foundPeople } from '#shared/contract/people.ts';
import { type Answer, type API, startAPI } from './start-api.ts';

const directory = (attribute: string) => ({ kind: 'directory', attribute });
const fields = [
  { key: 'title', type: 'text', source: directory('title') },
  { key: 'phone', type: 'phone', label: { en: 'Phone', de: 'Telefon' }, source: directory('telephoneNumber') },
  { key: 'badge', type: 'text', source: directory('employeeNumber'), visibleTo: ['helpdesk', 'self'] },
  { key: 'grade', type: 'text', source: directory('grade'), visibleTo: ['admin'] },
  { key: 'diet', type: 'text', source: directory('diet'), visibleTo: ['self'] },
  { key: 'nickname', type: 'text' },
];

describe('finding people', () => {
  let api: API;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    api = await startAPI({
      fields,
      roles: { helpdesk: ['user:desk'], admin: ['user:admin'], systemAdmin: ['user:nobody'] },
    });
    for (const username of ['jane', 'desk', 'admin']) {
      const { hashPassword } = await import('#server/identity/passwords.ts');
      const passwordHash = await hashPassword('local-password');
      await api.store.localAccounts.add({ username, displayName: username, passwordHash, role: 'employee' });
      tokens[username] = await api.signIn(username, 'local-password');
    }
    await keep('1', 'Jürgen Groß', {
      title: ['Bäcker'],
      telephoneNumber: ['+49 611 1234567'],
      employeeNumber: ['B-4711'],
    });
    await keep('2', 'Anna Li', { title: ['Baker'], grade: ['E14'], diet: ['Vegan'] });
    await keep('3', 'Linda Bergmann', { title: ['Backend Engineer'] });
    await api.followPeople();
  });
  afterAll(() => api?.stop());

  const keep = (entryId: string, displayName: string, attributes: EntryRecord['attributes']) =>
    api.store.people.keepEntry({ directory: 'hq', entryId, username: `user${entryId}`, displayName, attributes }, true);
  async function find(who: string, q: string, more = ''): Promise<FoundPeople> {
    const { status, body } = await api.call<FoundPeople>('GET', `/api/people?q=${encodeURIComponent(q)}${more}`, {
      token: tokens[who] as string,
    });
    expect([q, status]).toEqual([q, 200]);
    return foundPeople.parse(body);
  }
  const names = async (who: string, q: string) => (await find(who, q)).people.map(({ displayName }) => displayName);

  test.each([
    ['jur', ['Jürgen Groß']],
    ['GROSS juergen', ['Jürgen Groß']],
    ['user1', ['Jürgen Groß']],
    ['0611 / 12 34', ['Jürgen Groß']],
    ['bäcker', ['Jürgen Groß']],
    ['ba', ['Anna Li', 'Jürgen Groß', 'Linda Bergmann']],
    ['ba li', ['Anna Li', 'Linda Bergmann']],
    ['nobody', []],
    ['*', []],
    ['"', []],
  ])('P2 %s finds %j', async (q, expected) => {
    expect((await names('jane', q)).toSorted()).toEqual(expected);
  });

  test('whole words come first', async () => {
    expect(await names('jane', 'li')).toEqual(['Anna Li', 'Linda Bergmann']);
  });

  test('what is answered tells one from another, and why somebody was found', async () => {
    const [found] = (await find('jane', '611 1234567')).people;
    expect(found).toEqual({
      id: expect.any(String),
      username: 'user1',
      displayName: 'Jürgen Groß',
      directory: 'hq',
      title: 'Bäcker',
      match: { label: 'Phone', value: '+49 611 1234567' },
    });
  });

  test.each([
    ['4711', { jane: 0, desk: 1, admin: 1 }],
    ['E14', { jane: 0, desk: 0, admin: 1 }],
    ['vegan', { jane: 0, desk: 0, admin: 0 }],
    ['baker e14', { jane: 0, desk: 0, admin: 1 }],
    ['baker vegan', { jane: 0, desk: 0, admin: 0 }],
  ])('P5 %s finds those alone who may see the field', async (q, expected) => {
    for (const [who, count] of Object.entries(expected))
      expect([who, await names(who, q)]).toEqual([who, expect.toSatisfy((found) => found.length === count)]);
  });

  test('P5 a field that is closed is no longer searched, even before the people are indexed anew', async () => {
    const { fields: before, ...rest } = await api.configuration();
    expect(await names('jane', 'bäcker')).toHaveLength(1);
    const closed = before.map((field) => (field.key === 'title' ? { ...field, visibleTo: ['admin'] } : field));
    await api.configure({ ...rest, fields: closed });
    expect(await names('jane', 'bäcker')).toEqual([]);
    expect(await names('jane', 'jürgen')).toHaveLength(1);
    await api.followPeople();
    expect(await names('jane', 'bäcker')).toEqual([]);
    expect(await names('admin', 'bäcker')).toHaveLength(1);
    expect((await find('jane', 'jürgen')).people[0]?.title).toBeUndefined();
    await api.configure({ ...rest, fields: before });
    await api.followPeople();
  });

  test('who changed is found by what is there now; local values count', async () => {
    const person = await keep('4', 'Old Name', {});
    await api.followPeople();
    await keep('4', 'New Name', {});
    await api.store.people.changeLocalValues(person.id, 0, { nickname: 'Ducky' });
    await api.followPeople();
    expect(await names('jane', 'old')).toEqual([]);
    expect(await names('jane', 'ducky')).toEqual(['New Name']);
  });

  test('pages go on where the last one ended, without gap or repetition', async () => {
    for (let n = 0; n < 23; n++) await keep(`many${n}`, `Zed ${String.fromCharCode(97 + ((n * 7) % 23))}`, {});
    await api.followPeople();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { people, next } = await find('jane', 'zed', `&limit=10${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...people.map(({ displayName }) => displayName));
      cursor = next;
    } while (cursor);
    expect(seen).toHaveLength(23);
    expect(seen).toEqual([...new Set(seen)].toSorted());
  });

  test('without words everybody comes by name, in pages, whoever is new meanwhile', async () => {
    await keep('zz1', 'Äpfel Anna', {});
    await keep('zz2', 'apfel anna', {});
    await api.followPeople();
    const seen: string[] = [];
    let path: string | undefined = '/api/people?limit=4';
    while (path) {
      const { status, body }: Answer<FoundPeople> = await api.call<FoundPeople>('GET', path, {
        token: tokens.jane as string,
      });
      expect(status).toBe(200);
      seen.push(...body.people.map(({ username }) => username));
      path = body.next && `/api/people?q=&limit=4&cursor=${body.next}`;
      // Comes before what was shown, so the pages that follow stay as they are.
      if (seen.length === 4) {
        await keep('zz0', 'Aaron', {});
        await api.followPeople();
      }
    }
    const { people } = await find('jane', ' ', '&limit=50');
    expect(people.map(({ displayName }) => displayName).slice(0, 3)).toEqual(['Aaron', 'admin', 'Anna Li']);
    expect(['Äpfel Anna', 'apfel anna']).toContain(people[3]?.displayName);
    expect(seen).toEqual(people.map(({ username }) => username).filter((username) => username !== 'userzz0'));
    expect(people.find(({ displayName }) => displayName === 'Anna Li')).toEqual({
      id: expect.any(String),
      username: 'user2',
      displayName: 'Anna Li',
      directory: 'hq',
      title: 'Baker',
    });
  });

  test.each([
    [`?q=${'x'.repeat(101)}`, 'q'],
    ['?q=a&limit=0', 'limit'],
    ['?q=a&limit=51', 'limit'],
    ['?q=a&limit=x', 'limit'],
    ['?q=a&cursor=w.0', 'cursor'],
    ['?q=a&cursor=n.YQ.1', 'cursor'],
    ['?cursor=w.0.0', 'cursor'],
    ['?q=a&page=2', 'page'],
  ])('X1 %s is refused, with the field', async (query, field) => {
    const { status, body } = await api.call('GET', `/api/people${query}`, { token: tokens.jane as string });
    expect([status, body.field]).toEqual([400, field]);
  });

  test('nobody finds people without a session', async () => {
    expect((await api.call('GET', '/api/people?q=a')).status).toBe(401);
  });
});
