import type { Problem } from '../problem.ts';
import { holds, type ReadEntry, sameValues, valuesOf } from './entry.ts';
import type { Change } from './gateway.ts';
import { hidden, overtaken } from './result-codes.ts';
import type { SettledWriter } from './settle.ts';

/**
 * Values may have been added to an attribute that showed none but is not empty: what stands there is hidden from us
 * (L7), or somebody did the same at that moment, which only an assertion prevents. It is put right afterwards: what was
 * not read back as it was added is taken back, by attribute with the reason. Who was first keeps theirs.
 */
export async function takeBackUnconfirmed(
  writer: SettledWriter,
  before: ReadEntry,
  written: ReadEntry,
  { saved, isAsserted }: { readonly saved: readonly Change[]; readonly isAsserted: boolean },
): Promise<Map<string, Problem>> {
  const takenBack = new Map<string, Problem>();
  for (const { attribute, add } of saved) {
    const now = valuesOf(written, attribute);
    const isShown = add.every((value) => holds(now, value));
    const isConfirmed = isAsserted ? isShown : sameValues(now, add);
    if (valuesOf(before, attribute).length > 0 || add.length === 0 || isConfirmed) continue;
    const { status } = await writer.write(written, [{ attribute, remove: add, add: [] }]);
    if (status === 'saved') takenBack.set(attribute, isShown || now.length > 0 ? overtaken() : hidden());
    // Gone by then: somebody else took it away, so theirs is what counts.
    if (status === 'changedMeanwhile') takenBack.set(attribute, overtaken());
  }
  return takenBack;
}
