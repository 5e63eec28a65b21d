import type { Fault } from '#shared/contract/problem.ts';
import { usePage } from '../context.ts';
import { faultSentence, placeOf } from './fault-sentence.ts';
import type { Faults } from './faults.ts';

export interface NamedFault {
  readonly name: string;
  readonly label: string;
  readonly sentence: string;
}

/** The faults of a save, by the names of the controls and for the summary. */
export function useFaults(
  faults: readonly Fault[],
  /** What people call the thing with this name. */
  labelOf: (name: string) => string,
  toName: (place: string) => string = (place) => place,
): { readonly byName: Faults; readonly list: readonly NamedFault[] } {
  const { language } = usePage();
  const byName = new Map(faults.map((fault) => [toName(placeOf(fault)), faultSentence(fault, language)] as const));
  return { byName, list: [...byName].map(([name, sentence]) => ({ name, label: labelOf(name), sentence })) };
}
