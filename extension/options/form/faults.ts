import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What is wrong with a form, by the name of what it is wrong with. */
export type Faults = ReadonlyMap<string, string>;

export const noFaults: Faults = new Map();

export const FaultsContext = createContext<Faults>(noFaults);

export const useFault = (name: string): string | undefined => useContext(FaultsContext).get(name);

/** The id of the control with this name: the way from a summary of faults to it. */
export const controlId = (name: string): string => `control-${name.replaceAll('.', '-')}`;

/** Leads to the control with this name, also where it stands in a part that is folded away; false where it is not there. */
export function attend(name: string): boolean {
  const control = document.getElementById(controlId(name));
  const folded = control?.closest('details');
  if (folded) folded.open = true;
  control?.focus();
  return control !== null;
}
