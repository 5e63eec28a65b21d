import type { Diagnosis, DoctorReport, Step } from '#shared/contract/diagnosis.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Company } from '#test/api/company.ts';
import { type Answer, type API, startAPI } from '#test/api/start-api.ts';
import { findingOf, sightSentence } from '../../extension/options/diagnosis/step-words.ts';
import { optionsTexts } from '../../extension/ui/messages/options-texts.ts';

export interface Clinic {
  readonly api: API;
  call<Body = ProblemDetails>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
  /** The steps of the write test, each as `step`, or `step: rule` where it found something. */
  writeTest(username: string, ...attributes: readonly string[]): Promise<Diagnosis>;
  /** Tests a definition that differs from the company's. */
  test(change: object, members?: object): Promise<Diagnosis>;
  doctor(): Promise<DoctorReport>;
  stop(): Promise<void>;
}

/** A busy machine takes its time; no test here is about how long. */
export const patient = { connectTimeoutSeconds: 15, operationTimeoutSeconds: 15 };

/** A server with one directory, and a system admin at it. */
export async function aClinic(
  company: Company,
  options: { readonly definition?: object; readonly fields?: readonly object[]; readonly settings?: object } = {},
): Promise<Clinic> {
  const definition = { ...patient, ...company.definition, ...options.definition };
  const api = await startAPI({
    companies: { hq: { ...company, definition } },
    fields: options.fields ?? [],
    settings: options.settings ?? {},
    environment: { TEST_PASSWORD: company.bindPassword },
    secret: Buffer.alloc(32, 1),
  });
  await api.addLocalAdmin('root', 'fake-password-of-root');
  const token = await api.signIn('root', 'fake-password-of-root');
  const call = <Body>(method: string, path: string, body?: unknown) =>
    api.call<Body>(method, `/api/admin/${path}`, { token, body, headers: { 'If-Match': '*' } });
  async function answer<Body>(path: string, body?: unknown): Promise<Body> {
    const { status, body: said } = await call<Body>('POST', path, body);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(said)}`);
    for (const step of stepsIn(said as Diagnosis | DoctorReport)) proveGerman(step);
    return said;
  }
  return {
    api,
    call,
    writeTest: (username, ...attributes) => answer('write-test', { directory: 'hq', username, attributes }),
    test: (change, members = {}) =>
      answer('directories/hq/test', {
        definition: { key: 'hq', ...definition, bindPassword: { value: company.bindPassword }, ...change },
        ...members,
      }),
    doctor: () => answer('doctor'),
    stop: api.stop,
  };
}

const stepsIn = (said: Diagnosis | DoctorReport): Step[] => [
  ...said.steps,
  ...('directories' in said ? said.directories.flatMap(({ steps }) => steps) : []),
];

/** P8: whatever is said has German words, but for what the directory or the system says of a failure. */
function proveGerman(step: Step): void {
  const { sights, findings } = optionsTexts('de');
  const { cause, fix } = findingOf(step, findings) ?? {};
  const missing = [
    (step.ok || step.saw !== undefined) && sightSentence(step, sights),
    step.rule !== undefined && cause,
    step.rule !== undefined && fix,
  ].some((words) => words === undefined || (words !== false && words.includes('undefined')));
  if (missing) throw new Error(`No German words for ${JSON.stringify(step)}`);
}

/** What a diagnosis comes to: the steps that passed, then the one that failed or warned, with its rule. */
export const inShort = ({ steps }: { readonly steps: readonly Step[] }) =>
  steps.map(
    ({ step, ok, rule, isWarning }) =>
      `${step}${ok ? '' : ' fails'}${isWarning ? ' warns' : ''}${rule ? `: ${rule}` : ''}`,
  );

/** The only step that failed. */
export function theFault(diagnosis: { readonly ok: boolean; readonly steps: readonly Step[] }): Step {
  const failed = diagnosis.steps.filter(({ ok }) => !ok);
  const [only] = failed;
  if (!only || failed.length > 1 || diagnosis.ok) throw new Error(`not one fault: ${inShort(diagnosis)}`);
  return only;
}
