import type { DoctorReport, Step } from '#shared/contract/diagnosis.ts';
import type { DoctorCommand } from '../command-line.ts';
import type { Config } from '../config.ts';
import { bindPasswordOf } from '../configuration/bind-password.ts';
import { createExamination } from '../directory/examination.ts';
import { createDoctor } from '../doctor/create-doctor.ts';
import { verifyHistory } from '../history/verify-history.ts';
import { Problem } from '../problem.ts';
import { cipherOf } from '../secrets/cipher-of.ts';
import type { Store } from '../store/store.ts';

/** Examines the directories of the configuration that is in force. */
export async function examineOnce(
  { directory, username }: DoctorCommand,
  store: Store,
  config: Config,
): Promise<DoctorReport> {
  const kept = await store.configuration.load();
  if (!kept) {
    throw new Problem('notFound', 'The store holds no configuration yet. nameplate config apply FILE puts one in.');
  }
  const { configuration } = kept;
  if (directory !== undefined && !configuration.directories.some(({ key }) => key === directory)) {
    throw new Problem('malformed', `There is no directory ${directory}.`);
  }
  const sources = { environment: process.env, cipher: cipherOf(config) };
  const doctor = createDoctor({
    configuration: async () => configuration,
    gateway: async () => undefined,
    passwordOf: (definition) => bindPasswordOf(definition, sources),
    examine: createExamination,
    isLocal: async (name) => (await store.localAccounts.byUsername(name)) !== undefined,
    verifyHistory: () => verifyHistory(store.history),
    people: store.people,
    now: () => new Date(),
  });
  return doctor.check({ directory, username });
}

/** A report in lines for a terminal. */
export function linesOfReport({ ok, steps, directories }: DoctorReport): string[] {
  const ofDirectories = directories.flatMap(({ key, name, enabled, ok: isSound, steps: own }) => {
    const state = isSound ? 'sound' : 'in trouble';
    return [`${name} (${key}): ${enabled || own.length > 0 ? state : 'switched off'}`, ...own.flatMap(linesOf), ''];
  });
  return [
    ...ofDirectories,
    ...steps.flatMap(linesOf),
    ok ? 'Nothing is wrong.' : 'Something is wrong; see FAIL above.',
  ];
}

function linesOf({ step, ok, isWarning, detail, cause, fix, attribute, field }: Step): string[] {
  const mark = ok ? (isWarning ? 'note' : 'ok') : 'FAIL';
  const about = attribute === undefined ? '' : `${attribute}${field === undefined ? '' : ` (field ${field})`}: `;
  return [
    `  ${mark.padEnd(5)} ${step.padEnd(17)} ${about}${detail}`,
    ...(cause === undefined ? [] : [`          cause: ${cause}`]),
    ...(fix === undefined ? [] : [`          mend:  ${fix}`]),
  ];
}
