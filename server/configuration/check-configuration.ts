import { resolve } from 'node:path';
import { Cron } from 'croner';
import { readCertificateFile } from '../directory/certificate-file.ts';
import { type Issue, type JSONPath, valueAt } from './configuration-fault.ts';

export interface ConfigurationCheckDeps {
  /** Whether a text is an LDAP filter (RFC 4515), and a distinguished name (RFC 4514). */
  isFilter(text: string): boolean;
  isDN(text: string): boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that the names of files in the configuration are relative to. */
  readonly folder: string;
}

type Rule = (text: string, path: JSONPath) => string | undefined | Promise<string | undefined>;

/**
 * The rules that need more than the schema: the directory's grammar, the environment, files, the clock. They judge each
 * text where it stands, so that they also find what is wrong in a document that the schema refuses.
 */
export async function checkConfiguration(document: unknown, deps: ConfigurationCheckDeps): Promise<Issue[]> {
  const { isFilter, isDN, environment, folder } = deps;
  const distinguishedName: Rule = (text) =>
    isDN(text) ? undefined : 'is no distinguished name, such as dc=example,dc=org';
  const isDisabled = (path: JSONPath) => valueAt(document, [...path.slice(0, 2), 'enabled']) === false;

  const rules: readonly (readonly [place: string, rule: Rule])[] = [
    ['directories.*.baseDN', distinguishedName],
    ['directories.*.bindDN', distinguishedName],
    ['directories.*.userDN', (text, path) => (text === '' ? undefined : distinguishedName(text, path))],
    [
      'directories.*.userFilter',
      (text) => (isFilter(text) ? undefined : 'is no LDAP filter, such as (objectClass=person)'),
    ],
    [
      'directories.*.bindPassword.env',
      (name, path) => (isDisabled(path) ? undefined : variableIssue(name, environment)),
    ],
    [
      'directories.*.caFile',
      (file, path) => (isDisabled(path) ? undefined : certificateFileIssue(resolve(folder, file))),
    ],
    ['fields.*.source.attribute', (attribute, path) => writtenTwice(attribute, path, document)],
    ['settings.sync.cron', cronIssue],
    ['settings.sync.timeZone', timeZoneIssue],
    [
      'roles.*.*',
      (member) => (member.startsWith('group:') && !isDN(member.slice(6)) ? 'names a group by no DN' : undefined),
    ],
  ];
  const found = await Promise.all(
    rules.flatMap(([place, rule]) =>
      textsAt(document, place.split('.')).map(async ([path, text]) => ({ path, message: await rule(text, path) })),
    ),
  );
  return found.flatMap(({ path, message }) => (message ? [{ path, message }] : []));
}

/** The texts at a place in which `*` stands for every member; what is no text is the schema's to judge. */
function textsAt(value: unknown, [part, ...rest]: readonly string[], path: JSONPath = []): [JSONPath, string][] {
  if (part === undefined) return typeof value === 'string' ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => part === '*' || part === name)
    .flatMap(([name, member]) => textsAt(member, rest, [...path, Array.isArray(value) ? Number(name) : name]));
}

async function certificateFileIssue(file: string): Promise<string | undefined> {
  const read = await readCertificateFile(file);
  return 'issue' in read ? read.issue : undefined;
}

function variableIssue(name: string, environment: ConfigurationCheckDeps['environment']): string | undefined {
  if (environment[name]) return undefined;
  return `names the environment variable ${name}, which is ${environment[name] === undefined ? 'not set' : 'empty'}`;
}

/** Attribute names are compared without case (RFC 4512 2.5); two fields that write the same one would undo each other. */
function writtenTwice(attribute: string, path: JSONPath, document: unknown): string | undefined {
  const isWritten = (place: JSONPath) => valueAt(document, [...place.slice(0, 3), 'edit']) === 'writeBack';
  const [[first] = []] = textsAt(document, ['fields', '*', 'source', 'attribute']).filter(
    ([place, other]) => isWritten(place) && other.toLowerCase() === attribute.toLowerCase(),
  );
  if (!first || !isWritten(path) || first[1] === path[1]) return undefined;
  return `is written by the field ${valueAt(document, [...first.slice(0, 2), 'key'])} already; only one field may write an attribute`;
}

function cronIssue(expression: string): string | undefined {
  try {
    return new Cron(expression, { paused: true }).nextRun() ? undefined : 'never comes due';
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return `is no cron expression, such as 0 */3 * * * (${error.message})`;
  }
}

function timeZoneIssue(timeZone: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 'is no time zone, such as Europe/Berlin';
  }
}
