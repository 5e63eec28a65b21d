import { Problem } from '../../problem.ts';
import type { RawEntry } from '../answer.ts';
import { nextCookie, pagedResults } from '../controls.ts';
import { equals, isPresent } from '../filter.ts';
import type { Session } from '../people.ts';
import { attributeMembers, classMembers, readSchemaEntries, type SchemaEntry } from './active-directory-schema.ts';
import type { DirectorySchema } from './directory-schema.ts';
import { readSubschema } from './openldap-schema.ts';

/** The directory's own schema. Throws an `internal` problem where it does not show it. */
export async function readSchema(session: Session): Promise<DirectorySchema> {
  const { subschema, schemaNamingContext } = session.facts.places;
  if (schemaNamingContext !== undefined) {
    const [attributes, classes] = [
      await readAll(session, schemaNamingContext, 'attributeSchema', attributeMembers),
      await readAll(session, schemaNamingContext, 'classSchema', classMembers),
    ];
    if (attributes.length > 0) return readSchemaEntries(attributes, classes);
  }
  if (subschema !== undefined) {
    const entry = await readSubentry(session, subschema);
    const values = (name: string) => entry?.get(name.toLowerCase()) ?? [];
    if (values('attributeTypes').length > 0) return readSubschema(values('attributeTypes'), values('objectClasses'));
  }
  throw new Problem(
    'internal',
    `The directory "${session.facts.name}" does not show its schema. Permit the service account to read it.`,
    { rule: 'noSchema' },
  );
}

async function readSubentry({ connection }: Session, base: string): Promise<SchemaEntry | undefined> {
  const { entries } = await connection.search({
    base,
    scope: 'base',
    filter: isPresent('objectClass'),
    attributes: ['attributeTypes', 'objectClasses'],
  });
  return entries[0] && valuesOf(entries[0]);
}

/** Active Directory has more attributes than it gives out at once. */
async function readAll(
  { connection }: Session,
  base: string,
  objectClass: string,
  attributes: readonly string[],
): Promise<SchemaEntry[]> {
  const found: SchemaEntry[] = [];
  let cookie: Buffer = Buffer.alloc(0);
  do {
    const { entries, controls } = await connection.search({
      base,
      scope: 'sub',
      filter: equals('objectClass', objectClass),
      attributes,
      controls: [pagedResults(500, cookie)],
    });
    found.push(...entries.map(valuesOf));
    cookie = entries.length > 0 ? Buffer.from(nextCookie(controls)) : Buffer.alloc(0);
  } while (cookie.length > 0);
  return found;
}

function valuesOf({ attributes }: RawEntry): SchemaEntry {
  return new Map(attributes.map(({ type, values }) => [type.toLowerCase(), values.map((value) => value.toString())]));
}
