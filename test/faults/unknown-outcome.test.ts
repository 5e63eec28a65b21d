import { expect, test } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { aGatewayTo } from './gateways.ts';
import { person, type Request, requested, result, startHostileDirectory } from './hostile-server.ts';

const found = ({ id }: Request) => Buffer.concat([person(id, 'jane'), result(id, operations.search)]);

/** A directory that goes away at the first Modify, and answers every later search like this. */
async function aWriteThatWasLost(answerAfterwards: (request: Request) => Buffer) {
  let isLost = false;
  const server = await startHostileDirectory((request, socket) => {
    if (request.operation !== requested.modify) return (isLost ? answerAfterwards : found)(request);
    isLost = true;
    socket.resetAndDestroy();
    return undefined;
  });
  const gateway = aGatewayTo(server.url);
  const { id = '' } = (await gateway.findByUsername('jane', [])) ?? {};
  const writing = gateway.change(id, ['title'], () => [{ attribute: 'title', remove: [], add: ['x'] }]);
  return { writing, modifies: () => server.requests.filter(({ operation }) => operation === requested.modify).length };
}

test.each<[what: string, answer: (request: Request) => Buffer]>([
  ['still holds the old value', found],
  ['is busy', ({ id }) => result(id, operations.search, 51)],
  ['is being shut down', ({ id }) => result(id, operations.search, 52)],
  ['does not let us read', ({ id }) => result(id, operations.search, 50)],
  ['shows several entries', (request) => Buffer.concat([person(request.id, 'jane'), found(request)])],
  ['no longer has the entry', ({ id }) => result(id, operations.search)],
  ['answers what cannot be read', () => Buffer.from('garbage')],
])('a write that was lost is unknown, and not sent again, when the directory %s afterwards', async (_, answer) => {
  const { writing, modifies } = await aWriteThatWasLost(answer);
  await expect(writing).rejects.toMatchObject({ kind: 'unavailable', options: { rule: 'unknownOutcome' } });
  expect(modifies()).toBe(1);
});

test('W5 a refusal stands as the directory gave it where its schema, which would say more, cannot be read', async () => {
  const server = await startHostileDirectory((request) => {
    if (request.operation === requested.modify) return result(request.id, operations.modify, 21);
    return found(request);
  });
  const gateway = aGatewayTo(server.url);
  const { id = '' } = (await gateway.findByUsername('jane', [])) ?? {};
  await expect(gateway.schema()).rejects.toMatchObject({ options: { rule: 'noSchema' } });
  const written = await gateway.change(id, ['title'], () => [{ attribute: 'title', remove: [], add: ['x'] }]);
  expect(written?.refused.get('title')).toMatchObject({ kind: 'refused', options: { rule: 'wrongSyntax' } });
});
