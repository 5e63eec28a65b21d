import { expect, onTestFinished, test } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { controlTypes } from '#server/directory/controls.ts';
import { startOpenLDAP } from '#test/directories/openldap.ts';
import { aPerson } from '#test/directories/people.ts';
import { aGatewayTo } from './gateways.ts';
import {
  pagedResultsValue,
  person,
  type Request,
  result,
  startHostileDirectory,
  type Values,
} from './hostile-server.ts';
import { aSync, directoryOf } from './sync/a-sync.ts';

const controls = { [controlTypes.pagedResults]: pagedResultsValue('') };

/** As Active Directory answers when an attribute has more values than it sends at once. */
async function startDirectory(attributesOf: (request: Request) => Readonly<Record<string, Values>>) {
  return startHostileDirectory((request) => {
    const { id } = request;
    return Buffer.concat([person(id, 'jane', attributesOf(request)), result(id, operations.search, 0, controls)]);
  });
}

test('D5 L7 of an attribute that comes in parts all are read, and none where one is missing', async () => {
  let last = 'directReports;range=4-*';
  const { url } = await startDirectory(({ message }) => {
    if (message.includes('directReports;range=2-*')) return { 'directReports;range=2-3': ['c', 'd'] };
    if (message.includes('directReports;range=4-*')) return { [last]: ['e'] };
    return { directReports: [], 'directReports;range=0-1': ['a', 'b'] };
  });
  const gateway = aGatewayTo(url);
  const read = () => gateway.findByUsername('jane', ['directReports']);
  expect((await read())?.attributes).toEqual({ directReports: ['a', 'b', 'c', 'd', 'e'] });
  last = 'directReports;range=2-*';
  await expect(read()).rejects.toMatchObject({ options: { rule: 'notAllValues' } });
});

test('S7 L7 a sync does not keep a part for the whole: the entry fails alone, and its values stay', async () => {
  let type = 'directReports';
  const { url } = await startDirectory(() => ({ [type]: ['a', 'b'] }));
  const directories = [{ key: 'hq', url, tls: 'none', baseDN: 'dc=example,dc=org' }];
  const sync = await aSync({ directories, attributes: ['directReports'] });
  await sync.run('full');
  type = 'directReports;range=0-1';
  const run = await sync.run('full');
  expect(run).toMatchObject({ status: 'succeeded', directories: [{ read: 1, failed: 1, hidden: 0, missing: 0 }] });
  expect(run.failures).toMatchObject([{ problem: { rule: 'notAllValues', detail: expect.stringContaining('jane') } }]);
  expect((await sync.people()).get('jane')?.attributes).toEqual({ directReports: ['a', 'b'] });
});

test('D5 an attribute that two fields spell in two ways is read for both', async () => {
  const slapd = await startOpenLDAP({ ldif: aPerson({ uid: 'jane', telephoneNumber: ['1', '2'] }) });
  onTestFinished(() => slapd.stop());
  const sync = await aSync({ directories: [directoryOf(slapd)], attributes: ['telephoneNumber', 'TelephoneNumber'] });
  await sync.run();
  const both = { telephoneNumber: ['1', '2'], TelephoneNumber: ['1', '2'] };
  expect((await sync.people()).get('jane')?.attributes).toEqual(both);
});
