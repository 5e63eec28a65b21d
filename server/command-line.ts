import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { Problem } from './problem.ts';

/** What somebody wants of the command line; `-` as a file is standard input or output. */
export type Command =
  | { readonly name: 'help' | 'version' | 'serve' | 'rotate' }
  | { readonly name: 'apply' | 'export'; readonly file: string }
  | SyncCommand
  | PersonCommand
  | DoctorCommand;

export interface SyncCommand {
  readonly name: 'sync';
  readonly mode: 'full' | 'incremental';
  readonly since: Date | undefined;
  readonly directory: string | undefined;
  readonly dryRun: boolean;
}

export interface PersonCommand {
  readonly name: 'exportPerson' | 'erasePerson';
  /** An id or a login name. */
  readonly who: string;
  readonly directory: string | undefined;
  readonly withEdits: boolean;
  readonly file: string;
}

export interface DoctorCommand {
  readonly name: 'doctor';
  readonly directory: string | undefined;
  readonly username: string | undefined;
}

export const help = `Nameplate: people correct their own directory data on the intranet page they are on.

Usage:
  nameplate serve                 run the server
  nameplate config apply FILE     check a configuration file and put it in force; - reads standard input
  nameplate config export [FILE]  write the configuration that is in force; - and no FILE are standard output
  nameplate sync                  bring all profiles up to date with their directories
  nameplate doctor                examine every directory, every mapped field (by real writes that leave values as they are) and the history
  nameplate person export WHO [FILE]  write all that is kept of a person (an id or a login name) as JSON
  nameplate person erase WHO      erase all that is kept of a person; the directory is not touched, and as long as it has
                                  the entry, the next sync makes a profile of it again
  nameplate keys rotate           encrypt the kept secrets by NAMEPLATE_SECRET that NAMEPLATE_SECRET_PREVIOUS had encrypted
  nameplate --help                this text
  nameplate --version             the version

Options:
  --json           print one JSON document on standard output: {"ok", "faults": [{"path", "line", "column", "message"}]}
                   and with sync {"ok", "run"}, with doctor {"ok", "steps", "directories"},
                   with person erase {"ok", "erased"}
  --full           sync: read everybody, not only what changed
  --since TIME     sync: read what changed since then, such as 2026-05-23T15:30:00Z or 2026-05-23T15:30:00+02:00; a date
                   such as 2026-05-23 begins in UTC
  --dry-run        sync: show what would change, and change nothing
  --directory KEY  sync, doctor: this directory alone; person: whose login name is meant, where several have it
  --with-edits     person erase: give up edits that wait; without it, nothing is erased while any does
  --username NAME  doctor: the person on whom it is tried

The environment (NAMEPLATE_DATA and others) is explained in docs/configuration.md.
Exit status: 0 done, 1 found trouble, 2 wrong usage or a faulty configuration.
`;

/** Throws a `malformed` Problem that says what is wrong with the arguments. */
export function parseCommandLine(args: readonly string[], now: Date): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [command, ...rest] = positionals;
  refuseForeignOptions(command, values);
  if (command === 'sync') return atMost(0, rest, syncCommand(values, now));
  if (command === 'doctor') {
    const { directory, username } = values;
    return atMost(0, rest, { name: 'doctor', directory, username });
  }
  if (command === 'keys') {
    const [action, ...others] = rest;
    if (action !== 'rotate') throw wrong('keys needs rotate');
    return atMost(0, others, { name: 'rotate' });
  }
  if (command === 'person') return personCommand(rest, values);
  if (command === 'serve') return atMost(0, rest, { name: 'serve' });
  if (command !== 'config')
    throw wrong(command === undefined ? 'No command is given' : `There is no command ${command}`);
  const [action, file, ...more] = rest;
  if (action === 'export') return atMost(0, more, { name: 'export', file: file ?? '-' });
  if (action !== 'apply') throw wrong('config needs apply or export');
  if (!file) throw wrong('config apply needs a FILE, or - for standard input');
  return atMost(0, more, { name: 'apply', file });
}

/** Whether one JSON document is wanted on standard output, however wrong the other arguments are. */
export function wantsJSON(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).includes('--json');
}

/** The options that go with some commands alone. */
const commandsByOption = {
  full: ['sync'],
  since: ['sync'],
  'dry-run': ['sync'],
  directory: ['sync', 'doctor', 'person'],
  'with-edits': ['person'],
  username: ['doctor'],
} as const;

function refuseForeignOptions(command = '', values: ReturnType<typeof parse>['values']): void {
  for (const [option, commands] of Object.entries(commandsByOption)) {
    if (values[option as keyof typeof commandsByOption] === undefined || commands.some((each) => each === command))
      continue;
    throw wrong(`--${option} goes with ${commands.join(', ').replace(/, (?=[^,]*$)/u, ' and ')} alone`);
  }
}

function syncCommand(values: ReturnType<typeof parse>['values'], now: Date): SyncCommand {
  const { full = false, since, directory, 'dry-run': dryRun = false } = values;
  if (full && since !== undefined) throw wrong('--full and --since exclude each other');
  const at = since === undefined ? undefined : timeOf(since);
  if (at && (at.getTime() < 0 || at > now)) throw wrong(`--since ${since} must lie between 1970 and now`);
  return { name: 'sync', mode: full ? 'full' : 'incremental', since: at, directory, dryRun };
}

/** The same on every machine: nothing goes by its time zone. */
const time = z.union([z.iso.date(), z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })]);

function timeOf(since: string): Date {
  if (!time.safeParse(since).success) {
    throw wrong(`--since ${since} is no time such as 2026-05-23T15:30:00Z, 2026-05-23T15:30:00+02:00 or 2026-05-23`);
  }
  return new Date(since);
}

function personCommand(
  [action, who, ...rest]: readonly string[],
  { directory, 'with-edits': withEdits = false }: ReturnType<typeof parse>['values'],
): Command {
  if (action !== 'export' && action !== 'erase') throw wrong('person needs export or erase');
  if (!who) throw wrong(`person ${action} needs an id or a login name`);
  const common = { who, directory, withEdits };
  if (action === 'erase') return atMost(0, rest, { name: 'erasePerson', ...common, file: '-' });
  if (withEdits) throw wrong('--with-edits goes with person erase alone');
  const [file = '-', ...more] = rest;
  return atMost(0, more, { name: 'exportPerson', ...common, file });
}

function parse(args: readonly string[]) {
  try {
    const flag = { type: 'boolean' } as const;
    const text = { type: 'string' } as const;
    const options = {
      help: { ...flag, short: 'h' },
      version: { ...flag, short: 'v' },
      json: flag,
      full: flag,
      since: text,
      'dry-run': flag,
      directory: text,
      username: text,
      'with-edits': flag,
    };
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw wrong(error.message.split('. ')[0] ?? error.message, error);
  }
}

function atMost(count: number, rest: readonly string[], command: Command): Command {
  if (rest.length > count) throw wrong(`${rest.join(' ')} is too much`);
  return command;
}

function wrong(sentence: string, cause?: unknown): Problem {
  return new Problem('malformed', `${sentence}. nameplate --help says what there is.`, { cause });
}
