import { Problem } from '../problem.ts';
import { bytesOf } from './entry.ts';
import type { Change, Written } from './gateway.ts';
import type { AttributeType, DirectorySchema } from './schema/directory-schema.ts';

/** Of a value that is too long some directories say no more than that it is none; the schema knows which it was. */
export async function sayTooLong(
  written: Written,
  changes: readonly Change[],
  schema: () => Promise<DirectorySchema>,
): Promise<Written> {
  const suspects = [...written.refused].filter(([, problem]) => problem.options.rule === 'wrongSyntax');
  if (suspects.length === 0) return written;
  const known = await schema().catch(ifProblem);
  if (!known?.enforcesLength) return written;
  const refused = new Map(written.refused);
  for (const [attribute, cause] of suspects) {
    const { add = [] } = changes.find((change) => change.attribute === attribute) ?? {};
    const type = known.find(attribute);
    if (!type || !add.some((value) => isLonger(value, type))) continue;
    const sentence = 'The value is too long for the directory.';
    refused.set(attribute, new Problem('refused', sentence, { rule: 'tooLong', cause }));
  }
  return { ...written, refused };
}

/** Of a schema that cannot be read: what became of the write is known all the same. */
function ifProblem(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
}

function isLonger(value: Change['add'][number], { maxLength }: AttributeType): boolean {
  const length = typeof value === 'string' ? [...value].length : bytesOf(value).length;
  return maxLength !== undefined && length > maxLength;
}
