import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '#test/directories/command.ts';

const script = join(import.meta.dirname, '../../scripts/count-tests.ts');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nameplate-count-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status })),
});

async function count(testResults: readonly unknown[], status: string, ...steps: string[]) {
  const report = join(folder, 'report.json');
  await writeFile(report, JSON.stringify({ testResults }));
  const lines = (output: string) => output.trimEnd().split('\n');
  return run(process.execPath, [script, report, status, '--', ...steps]).then(
    (output) => ({ status: 0, last: lines(output).at(-1), said: output }),
    ({ status, stdout }: { status: number; stdout: string }) => ({ status, last: lines(stdout).at(-1), said: stdout }),
  );
}

test('the last line counts what passed and what failed', async () => {
  expect(await count([file('a', 'passed', 'passed'), file('b', 'passed')], '0')).toMatchObject({
    status: 0,
    last: '3 passed, 0 failed',
  });
  expect(await count([file('a', 'passed', 'failed')], '1')).toMatchObject({ status: 1, last: '1 passed, 1 failed' });
});

test.each(['skipped', 'pending', 'todo', 'disabled'])('a test that is %s counts as failed, by name', async (status) => {
  const counted = await count([file('a', 'passed', status)], '0');
  expect(counted).toMatchObject({ status: 1, last: '1 passed, 1 failed' });
  expect(counted.said).toContain(`${status}: a: test 1`);
});

test('a file that could not be run, a failed step and a run that failed by itself count as failed', async () => {
  const broken = { name: 'b', status: 'failed', message: 'no such module', assertionResults: [] };
  expect(await count([file('a', 'passed'), broken], '1')).toMatchObject({ status: 1, last: '1 passed, 1 failed' });
  expect(await count([file('a', 'passed')], '0', 'npm run check')).toMatchObject({ last: '1 passed, 1 failed' });
  expect(await count([file('a', 'passed')], '1')).toMatchObject({ status: 1, last: '1 passed, 1 failed' });
});

test('several runs are counted together, one that left no report is a failed step', async () => {
  const report = join(folder, 'report.json');
  await writeFile(report, JSON.stringify({ testResults: [file('a', 'passed', 'passed')] }));
  const output = await run(process.execPath, [script, report, '0', report, '0', '--']);
  expect(output.trimEnd().split('\n').at(-1)).toBe('4 passed, 0 failed');
  expect(await count([file('a', 'passed')], '0', 'npm run test:faults')).toMatchObject({ last: '1 passed, 1 failed' });
});

test('a run without a single test is none', async () => {
  expect(await count([], '0')).toMatchObject({ status: 1, last: '0 passed, 0 failed' });
});
