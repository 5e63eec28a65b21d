import { readFileSync } from 'node:fs';

/** The part that is needed of what Vitest's JSON reporter writes. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface Count {
  readonly passed: number;
  /** What is not as it has to be: a test that failed, was skipped or is to do, a file that could not be run. */
  readonly troubles: readonly string[];
}

export function countTests({ testResults }: TestReport): Count {
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ status, title: `${name}: ${fullName}` })),
  );
  const unrun = testResults.filter(
    ({ status, assertionResults }) =>
      assertionResults.length === 0 ||
      (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    troubles: [
      ...tests.filter(({ status }) => status !== 'passed').map(({ status, title }) => `${status}: ${title}`),
      ...unrun.map(({ name, message }) => `not run: ${name}: ${message ?? ''}`),
    ],
  };
}

/** `count-tests.ts REPORT STATUS [REPORT STATUS…] -- [STEP…]`: reports and exit statuses of runs, and further steps that failed. */
if (import.meta.main) {
  const args = process.argv.slice(2);
  const end = args.indexOf('--');
  const [runs, failedSteps] = [args.slice(0, end), args.slice(end + 1)];
  let passed = 0;
  const all = failedSteps.map((step) => `failed: ${step}`);
  for (let at = 0; at < runs.length; at += 2) {
    const [file = '', status = ''] = runs.slice(at, at + 2);
    const counted = countTests(JSON.parse(readFileSync(file, 'utf8')));
    passed += counted.passed;
    all.push(...counted.troubles);
    // An error outside of all tests is nobody's failure in the report.
    if (status !== '0' && counted.troubles.length === 0) all.push(`failed: the run of ${file}, with status ${status}`);
  }
  for (const trouble of all) console.log(trouble);
  console.log(`${passed} passed, ${all.length} failed`);
  process.exitCode = all.length > 0 || passed === 0 ? 1 : 0;
}
