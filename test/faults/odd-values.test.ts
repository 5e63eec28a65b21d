import { expect, test } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { aGatewayTo } from './gateways.ts';
import { entry, person, requested, result, startHostileDirectory, type Values } from './hostile-server.ts';

/** What the gateway makes of the attributes of jane, those asked for that begin with `title` and `description`. */
async function read(attributes: Readonly<Record<string, Values>>, asked = ['title', 'description']) {
  const server = await startHostileDirectory(({ id }) =>
    Buffer.concat([person(id, 'jane', attributes), result(id, operations.search)]),
  );
  return (await aGatewayTo(server.url).findByUsername('jane', asked))?.attributes;
}

test('L7 an attribute without values and one that is not there are missing, never an empty text', async () => {
  expect(await read({ title: [] })).toEqual({});
  expect(await read({ title: [''] })).toEqual({ title: [''] });
});

test('L8 values are a list of what their bytes are, whatever the spelling that the server prefers', async () => {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
  expect(await read({ TITLE: bytes, Description: ['one', 'two'] })).toEqual({
    title: [Uint8Array.from(bytes)],
    description: ['one', 'two'],
  });
  expect(await read({ TITLE: bytes }, ['tItLe'])).toEqual({ tItLe: [Uint8Array.from(bytes)] });
});

test('an attribute with other options is another attribute (RFC 4512 2.5)', async () => {
  expect(await read({ 'title;lang-de': 'Leiterin', 'description;x-Odd': 'y' })).toEqual({});
  expect(await read({ 'title;LANG-de': 'Leiterin', title: 'Head' }, ['title;lang-DE'])).toEqual({
    'title;lang-DE': ['Leiterin'],
  });
});

test('an attribute that comes in two parts is not halved', async () => {
  const server = await startHostileDirectory(({ id }) =>
    Buffer.concat([
      entry(id, 'uid=jane,dc=example,dc=org', [
        ['entryUUID', '00000000-0000-0000-0000-00000000000a'],
        ['uid', 'jane'],
        ['title', 'one'],
        ['TITLE', ['two', 'three']],
      ]),
      result(id, operations.search),
    ]),
  );
  const found = await aGatewayTo(server.url).findByUsername('jane', ['title']);
  expect(found?.attributes).toEqual({ title: ['one', 'two', 'three'] });
});

test('what the server adds unasked is left out, also where it is named like a member of every object', async () => {
  const attributes = await read({ userPassword: 'secret', constructor: 'x', ['__proto__']: 'y', title: 'z' });
  expect(attributes).toEqual({ title: ['z'] });
  expect(await read({}, ['constructor', 'toString'])).toEqual({});
});

test('L9 a byte order mark stays where it is', async () => {
  expect(await read({ title: '\ufeffmarked', description: 'in the \ufeffmidst' })).toEqual({
    title: ['\ufeffmarked'],
    description: ['in the \ufeffmidst'],
  });
});

test.each([
  ['cut off', [0x4a, 0xc3]],
  ['overlong', [0xc0, 0xaf]],
  ['half a character', [0xed, 0xa0, 0xbd]],
  ['beyond Unicode', [0xf5, 0x80, 0x80, 0x80]],
])('L8 bytes that are no UTF-8 (%s) come as the bytes they are', async (_, bytes) => {
  expect(await read({ title: Buffer.from(bytes) })).toEqual({ title: [Uint8Array.from(bytes)] });
});

test('one person who comes twice is not taken for one', async () => {
  const server = await startHostileDirectory(({ id }) =>
    Buffer.concat([person(id, 'jane'), person(id, 'jane'), result(id, operations.search)]),
  );
  await expect(aGatewayTo(server.url).findByUsername('jane', [])).rejects.toMatchObject({
    kind: 'internal',
    options: { rule: 'ambiguous' },
  });
});

test('a person without the id that tells one from another is a problem that says so', async () => {
  const server = await startHostileDirectory(({ id }) =>
    Buffer.concat([entry(id, 'uid=jane,dc=example,dc=org', { uid: 'jane' }), result(id, operations.search)]),
  );
  await expect(aGatewayTo(server.url).findByUsername('jane', [])).rejects.toMatchObject({
    kind: 'internal',
    options: { rule: 'noId' },
    message: expect.stringContaining('entryUUID'),
  });
});

test('L14 a value that no directory would take is refused before anything is sent', async () => {
  const server = await startHostileDirectory(({ id }) =>
    Buffer.concat([person(id, 'jane'), result(id, operations.search)]),
  );
  const gateway = aGatewayTo(server.url);
  const { id = '' } = (await gateway.findByUsername('jane', [])) ?? {};
  const written = await gateway.change(id, ['title'], () => [
    { attribute: 'title', remove: [], add: ['x'.repeat(20 * 2 ** 20)] },
  ]);
  expect(written?.refused.get('title')).toMatchObject({ kind: 'refused', options: { rule: 'tooLong' } });
  expect(server.requests.map(({ operation }) => operation)).not.toContain(requested.modify);
});
