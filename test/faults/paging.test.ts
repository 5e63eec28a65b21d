import { expect, test } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { controlTypes } from '#server/directory/controls.ts';
import { startOpenLDAP } from '#test/directories/openldap.ts';
import { aGateway, aGatewayTo, readAll } from './gateways.ts';
import { pagedResultsValue, person, type Request, result, startHostileDirectory } from './hostile-server.ts';

/** People, and the cookie that goes with them; without one there is no control. */
interface Page {
  readonly people: readonly string[];
  readonly cookie?: string;
}

/** Answers the pages one after the other; a function makes as many as are asked for. */
async function aDirectoryOf(pages: readonly Page[] | ((index: number) => Page)) {
  const pageAt = typeof pages === 'function' ? pages : (index: number) => pages[index] ?? { people: [] };
  let asked = 0;
  const server = await startHostileDirectory(({ id }: Request) => {
    const { people, cookie } = pageAt(asked++);
    const controls = cookie === undefined ? {} : { [controlTypes.pagedResults]: pagedResultsValue(cookie) };
    return Buffer.concat([...people.map((uid) => person(id, uid)), result(id, operations.search, 0, controls)]);
  });
  return { read: () => readAll(aGatewayTo(server.url, { pageSize: 2 })), asked: () => asked };
}

const wrongPaging = {
  kind: 'internal',
  options: { rule: 'paging' },
  message: expect.stringContaining('"Hostile" does not page'),
};

test('L4 an empty page with a cookie is not the end', async () => {
  const { read } = await aDirectoryOf([
    { people: [], cookie: '1' },
    { people: ['a', 'b'], cookie: '2' },
    { people: [], cookie: '3' },
    { people: [], cookie: '4' },
    { people: ['c'], cookie: '' },
  ]);
  expect(await read()).toEqual(['a', 'b', 'c']);
});

test('L4 the last page may be empty', async () => {
  const { read } = await aDirectoryOf([
    { people: ['a', 'b'], cookie: '1' },
    { people: [], cookie: '' },
  ]);
  expect(await read()).toEqual(['a', 'b']);
});

test('L4 empty pages without an end are a problem, not a read that never ends', async () => {
  const { read } = await aDirectoryOf((index) => ({ people: [], cookie: `${index}` }));
  await expect(read()).rejects.toMatchObject(wrongPaging);
});

test.each([
  { period: 1, cookie: () => 'the same' },
  { period: 1, cookie: String },
  { period: 3, cookie: (index: number) => `${index % 3}` },
  { period: 5, cookie: String },
])('L4 pages that come round after $period are a problem, whatever their cookies', async ({ period, cookie }) => {
  const { read, asked } = await aDirectoryOf((index) => ({
    people: index < 2 ? [`first ${index}`] : [`a ${index % period}`, `b ${index % period}`],
    cookie: cookie(index),
  }));
  await expect(read()).rejects.toMatchObject(wrongPaging);
  expect(asked()).toBeLessThan(20);
});

test('L4 a cookie that stays the same to the end is none of our business', async () => {
  const { read } = await aDirectoryOf((index) => ({
    people: [`p${index}`, `q${index}`],
    cookie: index < 9 ? '0' : '',
  }));
  expect(await read()).toHaveLength(20);
});

test('an entry that comes twice, since it moved meanwhile, ends nothing', async () => {
  const { read } = await aDirectoryOf([
    { people: ['a', 'a'], cookie: '1' },
    { people: ['b', 'a'], cookie: '' },
  ]);
  expect(await read()).toEqual(['a', 'a', 'b', 'a']);
});

test('an answer without the control for pages is a problem, never all there is', async () => {
  const { read } = await aDirectoryOf([{ people: ['a', 'b'], cookie: '1' }, { people: ['c'] }]);
  await expect(read()).rejects.toMatchObject(wrongPaging);
});

test('nor is one whose control cannot be read', async () => {
  const server = await startHostileDirectory(({ id }) =>
    result(id, operations.search, 0, { [controlTypes.pagedResults]: Buffer.from('nonsense') }),
  );
  await expect(readAll(aGatewayTo(server.url))).rejects.toMatchObject(wrongPaging);
});

test('L5 sizeLimitExceeded in the midst of the pages is an error, never a short result', async () => {
  let asked = 0;
  const server = await startHostileDirectory(({ id }) => {
    const controls = { [controlTypes.pagedResults]: pagedResultsValue('more') };
    const code = asked++ === 0 ? 0 : 4;
    return Buffer.concat([person(id, `p${asked}`), result(id, operations.search, code, controls)]);
  });
  await expect(readAll(aGatewayTo(server.url))).rejects.toMatchObject({
    kind: 'internal',
    options: { rule: 'sizeLimit' },
  });
});

test('L5 so it is from a real OpenLDAP, with the mend', async () => {
  const server = await startOpenLDAP({ sizelimit: 2 });
  try {
    await expect(readAll(aGateway(server, { pageSize: 1 }))).rejects.toMatchObject({
      kind: 'internal',
      options: { rule: 'sizeLimit' },
      message: expect.stringContaining('size.prtotal=unlimited'),
    });
    // One person is within the limit.
    expect(await aGateway(server).findByUsername('jane', [])).toBeDefined();
  } finally {
    await server.stop();
  }
});
