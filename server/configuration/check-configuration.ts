import { resolve } from 'node:path';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { OpenIDSettings } from '#shared/contract/configuration/sign-in.ts';
import { isTimestampPattern } from '#shared/timestamp-pattern.ts';
import { isAddressOrNetwork } from '../address-list.ts';
import { cronOf, isTimeZone } from '../cron.ts';
import { certificatesIn, readCertificateFile } from '../directory/certificate-file.ts';
import { below, isWithin } from '../directory/dn.ts';
import { isGlobalCatalog } from '../directory/endpoint.ts';
import { bindPasswordOf } from './bind-password.ts';
import { checkApproval } from './check-approval.ts';
import { checkJoins } from './check-joins.ts';
import { findClientSecret } from './client-secret.ts';
import { type Issue, type JSONPath, valueAt } from './configuration-fault.ts';
import type { SecretSources } from './secret-reference.ts';
import { slowPattern } from './slow-pattern.ts';

export interface ConfigurationCheckDeps extends SecretSources {
  /** Whether a text is an LDAP filter (RFC 4515), and a distinguished name (RFC 4514). */
  isFilter(text: string): boolean;
  isDN(text: string): boolean;
  /** The folder that the names of files in the configuration are relative to. */
  readonly folder: string;
}

type Rule = (text: string, path: JSONPath) => string | undefined | Promise<string | undefined>;

/**
 * The rules that need more than the schema: the directory's grammar, the environment, files, the clock. They judge each
 * text where it stands, so that they also find what is wrong in a document that the schema refuses.
 */
export async function checkConfiguration(document: unknown, deps: ConfigurationCheckDeps): Promise<Issue[]> {
  const { isFilter, isDN, folder } = deps;
  const distinguishedName: Rule = (text) =>
    isDN(text) ? undefined : 'is no distinguished name, such as dc=example,dc=org';
  const isDisabled = (path: JSONPath) => valueAt(document, [...path.slice(0, 2), 'enabled']) === false;

  const password: Rule = (_, path) => {
    const directory = valueAt(document, path.slice(0, 2)) as DirectoryDefinition;
    const caFile = typeof directory.caFile === 'string' ? resolve(folder, directory.caFile) : undefined;
    return isDisabled(path) ? undefined : issueIn(bindPasswordOf({ ...directory, caFile }, deps));
  };
  const clientSecret: Rule = (_, path) =>
    issueIn(findClientSecret(valueAt(document, path.slice(0, 2)) as OpenIDSettings, deps) ?? {});

  const rules: readonly (readonly [rule: string, place: string, check: Rule])[] = [
    ['distinguishedName', 'directories.*.baseDN', distinguishedName],
    ['distinguishedName', 'directories.*.moreBaseDNs.*', distinguishedName],
    ['overlappingBases', 'directories.*.moreBaseDNs.*', (base, path) => overlapping(base, path, document)],
    ['distinguishedName', 'directories.*.bindDN', distinguishedName],
    [
      'distinguishedName',
      'directories.*.userDN',
      (text, path) => (text === '' ? undefined : distinguishedName(text, path)),
    ],
    [
      'filter',
      'directories.*.userFilter',
      (text) => (isFilter(text) ? undefined : 'is no LDAP filter, such as (objectClass=person)'),
    ],
    ['globalCatalog', 'directories.*.url', (url) => (isGlobalCatalog(url) ? globalCatalog : undefined)],
    ['environmentVariable', 'directories.*.bindPassword.env', password],
    ['unreadableSecret', 'directories.*.bindPassword.encrypted', password],
    [
      'certificate',
      'directories.*.caFile',
      (file, path) => (isDisabled(path) ? undefined : certificateFileIssue(resolve(folder, file))),
    ],
    ['certificate', 'directories.*.ca', (pem) => issueIn(certificatesIn(pem))],
    [
      'timestampPattern',
      'directories.*.timestampPattern',
      (pattern) =>
        isTimestampPattern(pattern)
          ? undefined
          : 'must hold yyyy, MM, dd, HH, mm and ss once each, as in yyyyMMddHHmmss.Z',
    ],
    ['slowPattern', 'fields.*.validation.pattern', slowPattern],
    ['writtenTwice', 'fields.*.source.attribute', (attribute, path) => writtenTwice(attribute, path, document)],
    ['loginName', 'fields.*.source.attribute', (attribute, path) => writesLoginName(attribute, path, document)],
    ['cron', 'settings.sync.cron', cronIssue],
    [
      'timeZone',
      'settings.sync.timeZone',
      (zone) => (isTimeZone(zone) ? undefined : 'is no time zone, such as Europe/Berlin'),
    ],
    [
      'network',
      'signIn.header.from.*',
      (text) => (isAddressOrNetwork(text) ? undefined : 'is no address or network, such as 10.0.0.5 or 10.1.0.0/16'),
    ],
    ['environmentVariable', 'signIn.openid.clientSecret.env', clientSecret],
    ['unreadableSecret', 'signIn.openid.clientSecret.encrypted', clientSecret],
    [
      'distinguishedName',
      'roles.*.*',
      (member) => (member.startsWith('group:') && !isDN(member.slice(6)) ? 'names a group by no DN' : undefined),
    ],
  ];
  const found = await Promise.all(
    rules.flatMap(([rule, place, check]) =>
      textsAt(document, place.split('.')).map(async ([path, text]) => ({
        rule,
        path,
        message: await check(text, path),
      })),
    ),
  );
  const texts = found.flatMap(({ rule, path, message }) => (message ? [{ rule, path, message }] : []));
  return [...texts, ...checkJoins(document), ...checkApproval(document)];
}

const globalCatalog = 'is a global catalog (port 3268 or 3269): read-only, and without most attributes. Use 389 or 636';

/** The texts at a place in which `*` stands for every member; what is no text is the schema's to judge. */
function textsAt(value: unknown, [part, ...rest]: readonly string[], path: JSONPath = []): [JSONPath, string][] {
  if (part === undefined) return typeof value === 'string' ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => part === '*' || part === name)
    .flatMap(([name, member]) => textsAt(member, rest, [...path, Array.isArray(value) ? Number(name) : name]));
}

async function certificateFileIssue(file: string): Promise<string | undefined> {
  return issueIn(await readCertificateFile(file));
}

/** Whoever stands below two bases would be read twice. */
function overlapping(base: string, path: JSONPath, document: unknown): string | undefined {
  const directory = path.slice(0, 2);
  const [baseDN = '', userDN = ''] = ['baseDN', 'userDN'].map((name) =>
    String(valueAt(document, [...directory, name]) ?? ''),
  );
  const others = textsAt(valueAt(document, [...directory, 'moreBaseDNs']), ['*'])
    .filter(([[index]]) => String(index) !== String(path.at(-1)))
    .map(([, text]) => text);
  const other = [below(userDN, baseDN), ...others].find((each) => isWithin(base, each) || isWithin(each, base));
  return other && `overlaps with ${other}; people there would be found twice`;
}

function issueIn(found: object & { readonly issue?: string }): string | undefined {
  return found.issue;
}

/** Attribute names are compared without case (RFC 4512 2.5); two fields that write the same one would undo each other. */
function writtenTwice(attribute: string, path: JSONPath, document: unknown): string | undefined {
  const memberOf = (place: JSONPath, name: string) => valueAt(document, [...place.slice(0, 3), name]);
  const isWritten = (place: JSONPath) =>
    memberOf(place, 'edit') === 'writeBack' && memberOf(place, 'directory') === memberOf(path, 'directory');
  const [[first] = []] = textsAt(document, ['fields', '*', 'source', 'attribute']).filter(
    ([place, other]) => isWritten(place) && other.toLowerCase() === attribute.toLowerCase(),
  );
  if (!first || !isWritten(path) || first[1] === path[1]) return undefined;
  return `is written by the field ${valueAt(document, [...first.slice(0, 2), 'key'])} already; only one field may write an attribute`;
}

/** Roles and data of other directories go by it. */
function writesLoginName(attribute: string, path: JSONPath, document: unknown): string | undefined {
  const source = path.slice(0, 3);
  const isWritten = valueAt(document, [...source, 'edit']) === 'writeBack';
  if (!isWritten || valueAt(document, [...source, 'directory']) !== undefined) return undefined;
  const directories = (valueAt(document, ['directories']) ?? []) as Partial<DirectoryDefinition>[];
  const names = directories.flatMap(({ join, usernameAttribute }) =>
    join ? [] : usernameAttribute === undefined ? usualLoginNames : [usernameAttribute],
  );
  if (!names.some((name) => `${name}`.toLowerCase() === attribute.toLowerCase())) return undefined;
  return 'is the name that people sign in with; whoever could edit it could take the role of somebody else';
}

/** Of the dialects; which one it is shows only when the directory answers. */
const usualLoginNames = ['uid', 'sAMAccountName'];

function cronIssue(expression: string): string | undefined {
  try {
    return cronOf(expression, 'UTC').nextRun() ? undefined : 'never comes due';
  } catch (error) {
    // Croner throws plain errors too.
    if (!(error instanceof Error)) throw error;
    return `is no cron expression, such as 0 */3 * * * (${error.message})`;
  }
}
