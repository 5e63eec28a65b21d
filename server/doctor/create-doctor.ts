import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { Diagnosis, DoctorReport, Step } from '#shared/contract/diagnosis.ts';
import type { BindPassword } from '../configuration/bind-password.ts';
import type { Description, Examination } from '../directory/examination.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import type { VerifiedHistory } from '../history/verify-history.ts';
import { Problem } from '../problem.ts';
import { fieldsFrom } from '../profiles/field-source.ts';
import { isJoined } from '../profiles/joined-entry.ts';
import type { People } from '../store/store.ts';
import { fieldSteps, writeSteps } from './attribute-steps.ts';
import { connectionSteps } from './connection-steps.ts';
import { createDeadline } from './deadline.ts';
import { historyStep } from './history-step.ts';
import { joinStep } from './join-step.ts';
import { type AttributesQuery, listAttributes } from './list-attributes.ts';
import { lockoutStep } from './lockout-step.ts';
import {
  changesStep,
  duplicateUsernames,
  peopleSteps,
  sampleStep,
  someOf,
  type Usernames,
  usernamesStep,
} from './people-steps.ts';
import { personSteps } from './person-step.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { sampleOf } from './sample.ts';
import { saw } from './saw.ts';

/** A directory to be examined: one that is set up, or a draft. */
export interface Examined {
  readonly definition: DirectoryDefinition;
  readonly password: BindPassword;
}

export interface DoctorDeps {
  configuration(): Promise<Configuration>;
  /** The gateway of a directory that is set up and enabled; undefined for any other key. */
  gateway(key: string): Promise<DirectoryGateway | undefined>;
  passwordOf(definition: DirectoryDefinition): BindPassword;
  examine(definition: DirectoryDefinition, bindPassword: string | undefined): Examination;
  /** Whether somebody of this name lives in Nameplate alone (D3). */
  isLocal(username: string): Promise<boolean>;
  verifyHistory(): Promise<VerifiedHistory>;
  readonly people: Pick<People, 'changedAfter'>;
  now(): Date;
  /** How long somebody waits for an answer; left out, as long as the directories take. */
  readonly patience?: Patience;
}

/** In seconds. */
export interface Patience {
  /** Whatever step is under way by then fails. */
  readonly whole: number;
  /** Fields that are not begun by then are left out, and told of. */
  readonly fields: number;
}

/** The extension waits 25 seconds for any answer. */
export const patienceOfCallers: Patience = { whole: 20, fields: 15 };

interface Examining {
  readonly examination: Examination;
  readonly recorder: Recorder;
  readonly description: Description;
  readonly name: string;
}

/** Whoever waits for an answer over HTTP does not wait for ever. */
const secondsToCount = 10;

interface Check {
  readonly directory?: string | undefined;
  readonly username?: string | undefined;
}

/** What an admin asks about the directories themselves: each answer names its steps, and stops where the next would make no sense. */
export function createDoctor(deps: DoctorDeps) {
  const { configuration, gateway, patience } = deps;

  async function definitionOf(key: string): Promise<DirectoryDefinition> {
    const found = (await configuration()).directories.find((directory) => directory.key === key);
    if (!found)
      throw new Problem('notFound', `There is no directory ${key}.`, { field: 'directory', rule: 'unknownDirectory' });
    return found;
  }

  async function gatewayOf(key: string): Promise<DirectoryGateway> {
    const { name = key } = await definitionOf(key);
    const found = await gateway(key);
    if (found) return found;
    throw new Problem('unavailable', `The directory "${name}" is switched off.`, { rule: 'disabled' });
  }

  /** The steps to a bound connection, then those of `work` on it. */
  async function examined(
    { definition, password }: Examined,
    work: (examining: Examining) => Promise<void>,
  ): Promise<Diagnosis> {
    const name = definition.name ?? definition.key;
    const recorder = createRecorder(patience && createDeadline(patience.whole, name));
    const examination = deps.examine(definition, 'password' in password ? password.password : undefined);
    try {
      const description = await connectionSteps({ definition, password, examination, recorder, now: deps.now() });
      if (description) await work({ examination, recorder, description, name });
      return recorder.diagnosis;
    } finally {
      examination.close();
    }
  }

  function asExamined(definition: DirectoryDefinition): Examined {
    return { definition, password: deps.passwordOf(definition) };
  }

  /** The person who is asked about, or any. */
  function someone({ examination, recorder, description, name }: Examining, username: string | undefined) {
    if (username !== undefined) {
      return personSteps({ examination, recorder, directoryName: name, isLocal: deps.isLocal }, username, description);
    }
    return sampleStep({ examination, recorder });
  }

  async function readSchema({ examination, recorder }: Examining) {
    const step = await recorder.make('schema', async () => {
      const schema = await examination.schema();
      return { ...saw('schemaSize', { count: schema.attributes.length }), value: schema };
    });
    return step?.value;
  }

  /** Whom the directory has, and what that is to Nameplate: people who sign in, or entries that complete them. */
  async function everybody({ examination, recorder, description }: Examining, definition: DirectoryDefinition) {
    const usernames = await peopleSteps({ examination, recorder, secondsToCount }, description);
    if (usernames && isJoined(definition)) {
      const { fields } = await configuration();
      await joinStep({ recorder, definition, fields, people: deps.people }, usernames);
    } else if (usernames) await usernamesStep(recorder, usernames, description);
    return usernames;
  }

  async function fullCheck(asked: Examined, { fields, settings, signIn }: Configuration, username: string | undefined) {
    const end = performance.now() + (patience?.fields ?? Infinity) * 1000;
    let usernames: Usernames = new Map();
    const diagnosis = await examined(asked, async (examining) => {
      const { examination, recorder } = examining;
      const { join, key } = asked.definition;
      const found = await everybody(examining, asked.definition);
      if (!found) return;
      if (!join) usernames = found;
      await changesStep(examining);
      if (!join) await lockoutStep(examining, signIn);
      const sample = await someone(examining, username);
      const schema = sample && (await readSchema(examining));
      if (!sample || !schema) return;
      const own = fieldsFrom(fields, join && key);
      for (const [index, field] of own.entries()) {
        if (performance.now() > end) return outOfTime(recorder, own.slice(index));
        const isWriter = asked.definition.writeAs === 'service';
        await fieldSteps({ examination, recorder, schema, isWriter }, sample, field, settings.writeEnabled);
      }
    });
    return { diagnosis, usernames };
  }

  return {
    async attributes(key: string, query: AttributesQuery) {
      const asked = await gatewayOf(key);
      const [schema, sample] = await Promise.all([asked.schema(), sampleOf(asked)]);
      return listAttributes(schema, sample?.objectClasses ?? [], query);
    },

    /** The connection and whom it finds, of a draft or of what is saved; nothing is written. */
    async testDirectory(key: string, draft: Examined | undefined, username?: string): Promise<Diagnosis> {
      const asked = draft ?? asExamined(await definitionOf(key));
      return examined(asked, async (examining) => {
        if (!(await everybody(examining, asked.definition))) return;
        await changesStep(examining);
        await someone(examining, username);
        await readSchema(examining);
      });
    },

    async testWrite(key: string, username: string, attributes: readonly string[]): Promise<Diagnosis> {
      const { settings, fields } = await configuration();
      const definition = await definitionOf(key);
      const ownFields = fieldsFrom(fields, definition.join && key);
      return examined(asExamined(definition), async (examining) => {
        const { examination, recorder } = examining;
        const person = await someone(examining, username);
        const schema = person && (await readSchema(examining));
        if (!person || !schema) return;
        for (const attribute of attributes) {
          const field = ownFields.find(
            ({ source }) => source.kind === 'directory' && isSame(source.attribute, attribute),
          );
          const isWriter = definition.writeAs === 'service';
          await writeSteps({ examination, recorder, schema, isWriter }, person, attribute, field);
        }
        await recorder.make('writing', async () => ({
          ...saw(settings.writeEnabled ? 'writingOn' : 'writingOff', {}),
          value: true,
          warning: settings.writeEnabled ? undefined : switchedOff,
        }));
      });
    },

    /** Everything: every directory that is switched on and the history, or one directory. */
    async check({ directory, username }: Check): Promise<DoctorReport> {
      const current = await configuration();
      const chosen = directory === undefined ? current.directories : [await definitionOf(directory)];
      const checked = await Promise.all(
        chosen.map(async (definition) => {
          const { key, name = key, enabled } = definition;
          if (!enabled && directory === undefined)
            return { report: { key, name, enabled, ok: true, steps: [] }, usernames: new Map() };
          const { diagnosis, usernames } = await fullCheck(asExamined(definition), current, username);
          return { report: { key, name, enabled, ...diagnosis }, usernames };
        }),
      );
      const directories = checked.map(({ report }) => report);
      const steps = [
        ...(chosen.length === 0 ? [noDirectories] : []),
        ...(chosen.filter(({ join }) => !join).length > 1
          ? [duplicatesStep(checked.map(({ report: { key }, usernames }) => ({ key, usernames })))]
          : []),
        ...(directory === undefined ? [historyStep(await deps.verifyHistory())] : []),
      ];
      return { ok: [...directories, ...steps].every(({ ok }) => ok), steps, directories };
    },
  };
}
export type Doctor = ReturnType<typeof createDoctor>;

/** Names of attributes are compared without case (RFC 4512 2.5). */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

async function outOfTime(recorder: Recorder, fields: readonly FieldDefinition[]): Promise<void> {
  await recorder.make('fields', async () => ({
    ...saw('fieldsNotTried', { fields: someOf(fields.map(({ key }) => key)) }),
    value: true,
    warning: {
      rule: 'outOfTime',
      cause: 'The directory takes so long that not every field could be tried while you wait.',
      fix: 'Run nameplate doctor on the server, which takes its time.',
    },
  }));
}

function duplicatesStep(directories: Parameters<typeof duplicateUsernames>[0]): Step {
  const shared = [...duplicateUsernames(directories)];
  if (shared.length === 0) return { step: 'duplicates', ok: true, ...saw('noDuplicates', {}) };
  const people = someOf(shared.map(([name, keys]) => `${name} (${keys.join(', ')})`));
  return {
    step: 'duplicates',
    ok: true,
    ...saw('duplicates', { count: shared.length, people }),
    isWarning: true,
    rule: 'duplicates',
    cause: 'Of them, the first directory in order wins: roles that are given to the name are those of its person.',
    fix: 'Put the directories in the order that you mean, or narrow a userFilter.',
  };
}

const noDirectories: Step = {
  step: 'definition',
  ok: false,
  ...saw('noDirectory', {}),
  rule: 'noDirectory',
  cause: 'There is nothing to check.',
  fix: 'Add a directory.',
};

const switchedOff = {
  rule: 'writingOff',
  cause: 'Nothing that people enter is written as long as settings.writeEnabled is off.',
  fix: 'Switch it on when the test has passed.',
};
