import { type Configuration, configuration as schema } from '#shared/contract/configuration.ts';
import type { Fault } from '#shared/contract/problem.ts';
import { hasRole, type Role } from '#shared/contract/roles.ts';
import { Problem } from '../problem.ts';
import type { ConfigurationStore } from '../store/store.ts';
import { changedPlaces } from './changed-places.ts';
import { type ConfigurationCheckDeps, checkConfiguration } from './check-configuration.ts';
import { type Issue, type JSONPath, writePath } from './configuration-fault.ts';
import { schemaIssues } from './schema-issues.ts';

/** The configuration with its revision. */
export interface Revised {
  readonly configuration: Configuration;
  readonly revision: number;
}

/** Who edits, and which revision they had before their eyes; undefined for any. */
export interface Editor {
  readonly by: string;
  readonly role: Role;
  readonly expectedRevision: number | undefined;
}

/** What the document is to be; faults are told from `place` on. */
export interface Edit {
  readonly document: unknown;
  readonly place: JSONPath;
  /** What was found wrong on the way, from `place` on; it says all there is to say of its path. */
  readonly issues?: readonly Issue[];
}

export interface EditDeps extends ConfigurationCheckDeps {
  readonly store: ConfigurationStore;
  now(): Date;
}

/** Compare-and-set of the document with every fault told at once (X1); what is the same already makes no revision. */
export function createEdit(deps: EditDeps) {
  const { store, now } = deps;

  async function load(): Promise<Revised> {
    return (await store.load()) ?? { configuration: schema.parse({}), revision: 0 };
  }

  async function edit(
    { by, role, expectedRevision }: Editor,
    plan: (now: Configuration) => Edit | Promise<Edit>,
  ): Promise<Revised> {
    const before = await load();
    if (expectedRevision !== undefined && expectedRevision !== before.revision) throw await overtaken(expectedRevision);
    const configuration = await accepted(await plan(before.configuration), before.configuration);
    refuseBeyondRole(role, before.configuration, configuration);
    const places = changedPlaces(before.configuration, configuration);
    if (places.length === 0) return before;
    const isSaved = await store.save(configuration, before.revision, { by, at: now(), places });
    if (!isSaved) throw await overtaken(before.revision);
    return { configuration, revision: before.revision + 1 };
  }

  /** What a plan would come to, with every fault told, and without a change. */
  async function tryOut(plan: (now: Configuration) => Edit): Promise<Configuration> {
    const { configuration } = await load();
    return accepted(plan(configuration), configuration);
  }

  /** Faults that are there already and elsewhere keep nobody from editing. */
  async function accepted({ document, place, issues = [] }: Edit, before: Configuration): Promise<Configuration> {
    const { data, error } = schema.safeParse(document);
    const found = [...schemaIssues(error?.issues ?? [], document), ...(await checkConfiguration(document, deps))];
    const isInside = ({ path }: Issue) => place.every((part, index) => path[index] === part);
    const others = found.filter((issue) => !isInside(issue));
    const known = others.length === 0 ? [] : (await checkConfiguration(before, deps)).map(sayIssue);
    const places = issues.map(({ path }) => writePath(path));
    const inside = found.filter(isInside).map((issue) => ({ ...issue, path: issue.path.slice(place.length) }));
    const faults = [
      ...issues,
      ...inside.filter(({ path }) => !places.includes(writePath(path))),
      ...others.filter((issue) => !known.includes(sayIssue(issue))),
    ].map(faultOf);
    if (data && faults.length === 0) return data;
    const [first] = faults;
    throw new Problem(
      'invalid',
      first ? `${first.field} ${first.detail.replace(/\.$/, '')}.` : 'This is no configuration.',
      {
        ...first,
        faults,
      },
    );
  }

  async function overtaken(expected: number): Promise<Problem> {
    const changes = await store.changesAfter(expected);
    const faults = changes.flatMap(({ by, at, places }) =>
      places.map((field) => ({
        field,
        rule: 'configurationChanged',
        detail: `${by} changed it`,
        params: { by, at: at.toISOString() },
      })),
    );
    const last = changes.at(-1);
    const who = last ? `${last.by} changed ${last.places.join(', ')}` : 'Somebody changed the configuration';
    return new Problem('conflict', `${who} since you read it. Nothing was saved; look at it and save again.`, {
      rule: 'configurationChanged',
      params: { revision: await store.revision(), ...(last && { by: last.by, at: last.at.toISOString() }) },
      faults,
    });
  }

  return { load, edit, tryOut };
}

/** P5: what could break the connection or the sign-in, or make somebody a system admin, is for system admins. */
function refuseBeyondRole(role: Role, before: Configuration, after: Configuration): void {
  if (hasRole(role, 'systemAdmin')) return;
  const places = changedPlaces(before, after).filter((place) => forSystemAdmins.test(place));
  const faults = places.map((field) => ({
    field: field.replace(/^\w+\./, ''),
    rule: 'role',
    params: { role: 'systemAdmin' },
    detail: `${field} is for system admins to change.`,
  }));
  const [first] = faults;
  if (first) throw new Problem('forbidden', first.detail, { ...first, faults });
}

const forSystemAdmins = /^(?:directories|signIn)(?:\.|$)|^settings\.writeEnabled$|^roles\.systemAdmin$/;

/** An issue as it travels. */
export function faultOf({ path, message, rule = 'configuration' }: Issue): Fault & { readonly field: string } {
  return { field: writePath(path), rule, detail: message };
}

const sayIssue = ({ path, message }: Issue): string => `${writePath(path)} ${message}`;
