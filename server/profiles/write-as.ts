import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { Writer } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { Person } from '../store/store.ts';
import { entryOf } from './field-source.ts';

/** The password of whoever saves, for this save alone; attempts count with those to sign in (X4). */
export interface OwnPassword {
  readonly password: string;
  /** Is told before it is tried, by the name under which attempts of this entry are counted; may throw instead. */
  permit(who: string): Promise<void>;
  succeeded(): Promise<void>;
}

type Directories = Pick<Configuration, 'directories'>;

const modeOf = (directory: string, { directories }: Directories) =>
  directories.find(({ key }) => key === directory)?.writeAs ?? 'service';

/** Whether a directory is written by the own bind of whoever makes a change (W9). */
function isWrittenByBind(directory: string, configuration: Directories): boolean {
  return modeOf(directory, configuration) === 'person';
}

/** Throws where fields are to be written that need the password of whoever saves, and there is none. */
export function demandPassword(
  fields: readonly FieldDefinition[],
  person: Person,
  configuration: Directories,
  own: OwnPassword | undefined,
): void {
  const isNeeded = fields.some((field) => {
    const entry = entryOf(field, person);
    return entry !== undefined && isWrittenByBind(entry.directory, configuration);
  });
  if (!isNeeded || own) return;
  const sentence = 'password: this directory is written as you. Give your password for it with the save.';
  throw new Problem('invalid', sentence, { field: 'password', rule: 'passwordRequired' });
}

/**
 * As whom a change of an entry is to be written; undefined for the service account, and where whoever made it would
 * have to give their password again.
 */
export function writerOf(
  actor: Person | undefined,
  directory: string,
  configuration: Directories,
  own: OwnPassword | undefined,
): Writer | 'passwordAgain' | undefined {
  const mode = modeOf(directory, configuration);
  if (mode === 'service') return undefined;
  if (mode === 'person' && !own) return 'passwordAgain';
  const entryId = actor?.directory === directory ? actor.entryId : null;
  if (entryId === null || entryId === undefined) {
    const sentence = 'This directory is written as whoever makes a change, and has no entry for you.';
    throw new Problem('forbidden', sentence, { rule: 'noOwnEntry' });
  }
  if (mode === 'proxied' || !own) return { entryId };
  return {
    entryId,
    own: {
      password: own.password,
      permit: () => own.permit(`${directory}:${entryId}`),
      accepted: () => own.succeeded(),
    },
  };
}
