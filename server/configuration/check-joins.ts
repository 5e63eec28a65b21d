import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { kindOf } from '#shared/fields/kinds.ts';
import type { Issue } from './configuration-fault.ts';
import { membersOf } from './members-of.ts';

interface Draft {
  readonly directories?: unknown;
  readonly fields?: unknown;
}

/** What speaks against directories that complete people, and the fields that take their values from them (F12). */
export function checkJoins(document: unknown): Issue[] {
  const { directories, fields } = (document ?? {}) as Draft;
  const drafts = {
    directories: membersOf<DirectoryDefinition>(directories),
    fields: membersOf<FieldDefinition>(fields),
  };
  return [
    ...drafts.fields.flatMap((field, index) => fieldIssues(field, index, drafts.directories)),
    ...drafts.directories.flatMap((directory, index) => joinIssues(directory, index, drafts.fields)),
    ...drafts.directories.flatMap((directory, index) => peopleIssues(directory, index, drafts.directories)),
  ];
}

function fieldIssues(
  field: Partial<FieldDefinition>,
  index: number,
  directories: Partial<DirectoryDefinition>[],
): Issue[] {
  const { source, type } = field;
  if (source?.kind !== 'directory' || source.directory === undefined) return [];
  const path = ['fields', index, 'source'];
  const join = directories.find(({ key }) => key === source.directory)?.join;
  if (!join) {
    const message = `names ${source.directory}, which is no directory that completes people (join)`;
    return [{ path: [...path, 'directory'], rule: 'noJoin', message }];
  }
  if (kindOf(`${type}`)?.refersToPeople) {
    const message =
      'holds DNs of entries that are no people of Nameplate; take it from the directory that has the people';
    return [{ path: [...path, 'directory'], rule: 'joinedPerson', message }];
  }
  if (source.edit !== 'writeBack' || !isSameName(source.attribute, join.attribute)) return [];
  return [{ path: [...path, 'edit'], rule: 'joinAttribute', message: tiesPeople }];
}

/** Whoever could edit the value that ties them to an entry could make any entry theirs. */
const tiesPeople =
  'would let people edit what ties them to their entry in another directory, and so take the entry of somebody else';

function joinIssues(
  { key, join }: Partial<DirectoryDefinition>,
  index: number,
  fields: Partial<FieldDefinition>[],
): Issue[] {
  if (typeof join?.field !== 'string') return [];
  const path = ['directories', index, 'join', 'field'];
  const position = fields.findIndex((field) => field.key === join.field);
  const source = fields[position]?.source;
  if (source?.kind !== 'directory' || source.directory !== undefined) {
    const message = `must be the key of a field whose value comes from the directory that has the people; ${join.field} is none`;
    return [{ path, rule: 'joinField', message }];
  }
  const written = fields.findIndex(
    ({ source: other }) =>
      other?.kind === 'directory' &&
      other.directory === undefined &&
      other.edit === 'writeBack' &&
      isSameName(other.attribute, source.attribute),
  );
  if (written < 0) return [];
  return [
    { path: ['fields', written, 'source', 'edit'], rule: 'joinAttribute', message: `${tiesPeople} (join of ${key})` },
  ];
}

/** Two people with one name would both get the entry; so it is never left open among whom it is looked for. */
function peopleIssues(
  { join }: Partial<DirectoryDefinition>,
  index: number,
  directories: Partial<DirectoryDefinition>[],
): Issue[] {
  if (!join) return [];
  const withPeople = directories.flatMap(({ key, join: other }) => (other || key === undefined ? [] : [key]));
  const path = ['directories', index, 'join', 'of'];
  const of = Array.isArray(join.of) ? join.of : undefined;
  if (!of && withPeople.length > 1) {
    const message = `must list the directories whose people it completes, since several have people: ${withPeople.join(', ')}. No login name or value of the field may occur in two of them`;
    return [{ path, rule: 'joinOf', message }];
  }
  const strangers = (of ?? []).filter((key) => !withPeople.includes(key));
  if (strangers.length === 0) return [];
  return [{ path, rule: 'joinOf', message: `names ${strangers.join(', ')}, which is no directory that has people` }];
}

/** Attribute names are compared without case (RFC 4512 2.5). */
const isSameName = (one: unknown, other: unknown): boolean => `${one}`.toLowerCase() === `${other}`.toLowerCase();
