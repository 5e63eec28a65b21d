import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { Writer } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { People, Person } from '../store/store.ts';
import type { Actor } from './actor.ts';
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

/**
 * Throws where fields are to be written in directories that are written as whoever saves, and that lacks: the password, or an
 * entry of theirs.
 */
export async function demandWriter(
  fields: readonly FieldDefinition[],
  person: Person,
  { personId }: Actor,
  { people, configuration, own }: Demand,
): Promise<void> {
  const written = new Set(fields.flatMap((field) => entryOf(field, person)?.directory ?? []));
  const asThem = [...written].filter((directory) => modeOf(directory, configuration) !== 'service');
  if (asThem.length === 0) return;
  const actor = personId === person.id ? person : await people.byId(personId);
  for (const directory of asThem) {
    if (writerOf(actor, directory, configuration, own) === 'passwordAgain') throw passwordRequired();
  }
}

interface Demand {
  readonly people: Pick<People, 'byId'>;
  readonly configuration: Directories;
  readonly own: OwnPassword | undefined;
}

function passwordRequired(): Problem {
  const sentence = 'password: this directory is written as you. Give your password for it with the save.';
  return new Problem('invalid', sentence, { field: 'password', rule: 'passwordRequired' });
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
