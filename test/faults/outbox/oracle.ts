import { attributes, type Field, type MadeEdit, type Story } from './schedule.ts';
import type { World } from './world.ts';

/**
 * Compares what people were told with the directory, its own log, the history and what is shown as waiting. Every edit
 * that was acknowledged is in the directory or visible, none was written twice, none is called saved that is not.
 */
export async function complaintsAbout(
  world: World,
  { employee, edits, foreign, wasDirectoryKilled }: Story,
): Promise<string[]> {
  const complaints: string[] = [];
  const [waiting, all] = [await world.waiting(employee), await world.server().history()];
  const own = all.filter(({ personId, source }) => personId === employee.personId && source === 'self');

  for (const each of waiting) {
    if (each.state === 'pending') complaints.push(`${each.value} still waits: ${each.problem?.detail}`);
  }
  for (const [index, edit] of edits.entries()) {
    const { field, value, told, isWithdrawn } = edit;
    const complain = (what: string) =>
      complaints.push(`${value} (told ${told}${isWithdrawn ? ', withdrawn' : ''}): ${what}`);
    const recorded = own.filter((change) => change.field === field && change.to === value).length;
    const written = await world.writes(value);
    const isVisible = waiting.some((each) => each.value === value);

    if (recorded > 1) complain(`${recorded} times in the history`);
    if (written > 1) complain(`written ${written} times`);
    if (written === 1 && recorded === 0) complain('written, and not in the history');
    if (recorded === 1 && written === 0 && !wasDirectoryKilled) complain('in the history, and never written');
    if (told === 'saved' && recorded === 0) complain('called saved, and it is not');
    if (told === 'pending' && isWithdrawn && recorded > 0) complain('withdrawn, and carried out all the same');
    if (told === 'pending' && !isWithdrawn && recorded === 0 && !isVisible && !isOvertaken(edits, index, foreign)) {
      complain('lost: neither in the directory nor to be seen');
    }
    if ((told === 'conflict' || told === 'refused') && recorded + written > 0) complain('not saved, and carried out');
    if (told?.startsWith('status')) complain('the server failed');
  }

  for (const field of ['title', 'about'] as const) {
    const held = await world.company.values(employee.username, attributes[field]);
    const known = [...edits, ...foreign].filter((each) => each.field === field).map(({ value }) => value);
    const [value = ''] = held;
    if (held.length !== 1 || !(known.includes(value) || value.startsWith('first'))) {
      complaints.push(`${field} holds ${JSON.stringify(held)}`);
    }
    const last = own.find((change) => change.field === field);
    const hasForeign = foreign.some((each) => each.field === field);
    if (!hasForeign && last && last.to !== value)
      complaints.push(`${field} holds ${value}, the history says ${last.to}`);
  }
  return complaints;
}

/** What waits for the person in a field is replaced by what they save there later. It takes somebody else, or what was withdrawn, for a conflict. */
function isOvertaken(
  edits: readonly MadeEdit[],
  index: number,
  foreign: readonly { readonly field: Field }[],
): boolean {
  const { field } = edits[index] as MadeEdit;
  const isLater = edits.slice(index + 1).some((each) => each.field === field && each.told !== 'conflict');
  const hasConflict =
    foreign.some((each) => each.field === field) || edits.some((each) => each.field === field && each.isWithdrawn);
  return isLater && hasConflict;
}
