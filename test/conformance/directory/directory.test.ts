import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDirectoryGateway } from '#server/directory/create-gateway.ts';
import type { DirectoryGateway } from '#server/directory/gateway.ts';
import { activeDirectoryUnderTest } from './active-directory-under-test.ts';
import { describeAuthentication } from './authentication.ts';
import { describeChange } from './change.ts';
import { describeContention } from './contention.ts';
import type { DirectoryUnderTest } from './directory-under-test.ts';
import { describeFinding } from './finding.ts';
import { openldapUnderTest } from './openldap-under-test.ts';

/** What every part of the suite works with; filled before its tests run. */
export interface Bench {
  directory: DirectoryUnderTest;
  gateway: DirectoryGateway;
}

describe.each([
  { kind: 'OpenLDAP', start: openldapUnderTest },
  { kind: 'Active Directory', start: activeDirectoryUnderTest },
])('the directory gateway on a real $kind', ({ start }) => {
  const bench = {} as Bench;

  beforeAll(async () => {
    bench.directory = await start();
    bench.gateway = createDirectoryGateway(bench.directory.definition, bench.directory.deps);
  });

  afterAll(async () => {
    await bench.gateway?.close();
    await bench.directory?.stop();
  });

  describeFinding(bench);
  describeAuthentication(bench);
  describeChange(bench);
  describeContention(bench);

  test('a gateway that was closed still finishes what is asked of it, and keeps nothing open', async () => {
    await bench.gateway.close();
    expect(await bench.gateway.findByUsername('nobody-at-all', [])).toBeUndefined();
  });
});
