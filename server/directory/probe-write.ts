import type { AttributeSyntax } from '#shared/fields/attribute-fit.ts';
import type { Problem } from '../problem.ts';
import { ResultError } from './connection-errors.ts';
import { assertion } from './controls.ts';
import { bytesOf, type ReadEntry, valuesOf } from './entry.ts';
import { equals } from './filter.ts';
import type { Change } from './gateway.ts';
import { findById, type Session } from './people.ts';
import { resultCode } from './result-code.ts';
import { isRefusal, overtaken, refusalOf } from './result-codes.ts';
import type { AttributeType } from './schema/directory-schema.ts';
import { canAssert, write } from './write.ts';

/**
 * `sameValue`: the values that are there were written once more. `addedAndTaken`: there were none, so one was added and
 * taken away in the same Modify, which a directory carries out whole or not at all (RFC 4511 4.6). `notProbed`: there is
 * none, and a directory that cannot compare values could not take it away again without taking what it hides.
 */
export type Probed =
  | { readonly status: 'sameValue' | 'addedAndTaken' | 'notProbed' | 'gone' }
  | { readonly status: 'refused'; readonly problem: Problem };

const mostAttempts = 3;

/** Writes an attribute of an entry for real, in a way that leaves it as it was. */
export async function probeWrite(
  session: Session,
  id: string,
  attribute: string,
  type: AttributeType,
): Promise<Probed> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const read = await findById(session, id, [attribute]);
    if (!read) return { status: 'gone' };
    const values = valuesOf(read, attribute);
    const probed = await (values.length === 0
      ? addAndTake(session, read, attribute, type)
      : writeAgain(session, read, { attribute, remove: values, add: values }));
    if (probed) return probed;
  }
  return { status: 'refused', problem: overtaken() };
}

/** Undefined when the entry is not as it was read, as for `addAndTake`. */
async function writeAgain(session: Session, read: ReadEntry, change: Change): Promise<Probed | undefined> {
  const answered = await write(session, read, [change]);
  if (answered.status === 'changedMeanwhile') return undefined;
  if (answered.status === 'saved') return { status: 'sameValue' };
  return { status: 'refused', problem: refusalOf(answered.error) };
}

async function addAndTake(
  session: Session,
  read: ReadEntry,
  attribute: string,
  type: AttributeType,
): Promise<Probed | undefined> {
  const { connection, facts } = session;
  const value = exampleOf(type, read.entry.dn);
  if (value === undefined || type.equality === undefined) return { status: 'notProbed' };
  const { revisionAttribute } = facts.dialect;
  const isAsserted = canAssert(session, read) && revisionAttribute !== undefined && read.revision !== undefined;
  try {
    await connection.modify(
      facts.dialect.writeDN(read.entry),
      [
        { operation: 'add', attribute, values: [value] },
        { operation: 'delete', attribute, values: [value] },
      ],
      isAsserted ? [assertion(equals(revisionAttribute, read.revision as Buffer))] : [],
    );
    return { status: 'addedAndTaken' };
  } catch (error) {
    if (!(error instanceof ResultError)) throw error;
    if (error.code === resultCode.assertionFailed) return undefined;
    if (!isRefusal(error)) throw error;
    return { status: 'refused', problem: refusalOf(error) };
  }
}

/** A value of the attribute's syntax that means nothing. */
function exampleOf({ syntax, maxLength }: AttributeType, dn: string): Buffer | undefined {
  const example = syntax === 'distinguishedName' ? dn : examples[syntax];
  if (example === undefined) return undefined;
  return typeof example === 'string' && syntax === 'directoryString'
    ? bytesOf(example.slice(0, maxLength))
    : bytesOf(example);
}

const examples: Partial<Record<AttributeSyntax, string | Uint8Array>> = {
  directoryString: 'Nameplate probe',
  ia5String: 'Nameplate probe',
  printableString: 'Nameplate probe',
  numericString: '0',
  telephoneNumber: '+49 611 1234567',
  facsimileTelephoneNumber: '+49 611 1234567',
  postalAddress: 'Nameplate probe',
  countryString: 'DE',
  boolean: 'TRUE',
  integer: '0',
  generalizedTime: '20000101000000.0Z',
  octetString: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
  jpeg: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
};
