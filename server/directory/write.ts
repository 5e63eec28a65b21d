import type { Control } from 'ldapts';
import { Problem } from '../problem.ts';
import type { Modification } from './connection.ts';
import { ResultError } from './connection-errors.ts';
import { assertion, controlTypes, proxiedAuthorization } from './controls.ts';
import { bytesOf, holds, type ReadEntry, valuesOf } from './entry.ts';
import { equals } from './filter.ts';
import type { Change } from './gateway.ts';
import type { Session } from './people.ts';
import { resultCode } from './result-code.ts';
import { isRefusal } from './result-codes.ts';

/** What a directory answered to a conditional Modify: done, not done because the entry is not as it was read, or refused. */
export type Answered =
  | { readonly status: 'saved' }
  | { readonly status: 'changedMeanwhile' | 'refused'; readonly error: ResultError };

/** The entry is not as it was read; and what says so unless it was asserted to be. */
const stale: readonly number[] = [resultCode.noSuchObject, resultCode.assertionFailed];
const perhapsStale: readonly number[] = [resultCode.noSuchAttribute, resultCode.attributeOrValueExists];

/** Far above any picture, and below what an encoder and the servers take in one request. */
const mostBytes = 8 * 2 ** 20;

/** Whether a write may ask the directory itself to check that the entry is as it was read. */
export function canAssert({ facts }: Session, { revision }: ReadEntry): boolean {
  return revision !== undefined && facts.supportedControls.has(controlTypes.assertion);
}

/**
 * Sends the changes as one Modify that the directory carries out only if the entry is as it was read: under an
 * assertion of its revision where it can (RFC 4528), and always by deleting the old values, which must be there.
 */
export async function write(session: Session, read: ReadEntry, changes: readonly Change[]): Promise<Answered> {
  const { connection, facts } = session;
  const { dialect } = facts;
  const isAsserted = canAssert(session, read);
  const controls: Control[] =
    isAsserted && dialect.revisionAttribute && read.revision
      ? [assertion(equals(dialect.revisionAttribute, read.revision))]
      : [];
  if (session.writesAs !== undefined) controls.push(proxiedAuthorization(session.writesAs));
  const send = async (modifications: readonly Modification[]): Promise<Answered> => {
    try {
      await connection.modify(dialect.writeDN(read.entry), modifications, controls);
      return { status: 'saved' };
    } catch (error) {
      if (!(error instanceof ResultError)) throw error;
      const isStale = stale.includes(error.code) || (!isAsserted && perhapsStale.includes(error.code));
      if (isStale) return { status: 'changedMeanwhile', error };
      if (isRefusal(error)) return { status: 'refused', error };
      throw error;
    }
  };
  // Pictures have no equality rule on OpenLDAP; under the assertion to replace them is just as safe.
  const answer = await send(
    changes.flatMap((change) => (isAsserted && !isText(change) ? replaced : swapped)(change, read)),
  );
  const cannotCompare = answer.status === 'refused' && answer.error.code === resultCode.inappropriateMatching;
  return cannotCompare ? send(changes.flatMap((change) => replaced(change, read))) : answer;
}

/** What must not even be sent; the values that stay count, since a replacement sends them along. */
export function faultOf({ attribute, add }: Change, read: ReadEntry): Problem | undefined {
  const values = [...add, ...valuesOf(read, attribute)];
  if (add.some((value) => typeof value === 'string' && !value.isWellFormed())) {
    return new Problem('refused', 'The value holds half a character.', { rule: 'wrongSyntax' });
  }
  if (values.reduce((sum, value) => sum + bytesOf(value).length, 0) > mostBytes) {
    return new Problem('refused', 'The value is too long for the directory.', { rule: 'tooLong' });
  }
  return undefined;
}

function swapped({ attribute, remove, add }: Change): Modification[] {
  const modification = (operation: 'delete' | 'add', values: Change['add']): Modification[] =>
    values.length === 0 ? [] : [{ operation, attribute, values: values.map(bytesOf) }];
  return [...modification('delete', remove), ...modification('add', add)];
}

/** Only what was seen is replaced: values that are hidden would be lost. */
function replaced(change: Change, read: ReadEntry): Modification[] {
  const { attribute, remove, add } = change;
  const seen = valuesOf(read, attribute);
  if (seen.length === 0) return swapped(change);
  const kept = seen.filter((value) => !holds(remove, value));
  return [{ operation: 'replace', attribute, values: [...kept, ...add].map(bytesOf) }];
}

function isText({ remove, add }: Change): boolean {
  return [...remove, ...add].every((value) => typeof value === 'string');
}
