import { childDN } from '../ldif/distinguished-name.ts';
import { type Department, departments } from './departments.ts';
import { drawPerson } from './draw-person.ts';
import { featured } from './featured.ts';
import { createNamesTaken } from './names-taken.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { suffix } from './suffix.ts';

interface Roster {
  readonly department: Department;
  /** Those who lead others, as DNs, the head first. */
  readonly leads: string[];
  readonly leadsWanted: number;
  members: number;
}

const reportsEach = 8;

/** The people of the sample company, managers before those whom they lead; the same chance gives the same people. */
export function* people(random: Random, count: number): Generator<Person> {
  const taken = createNamesTaken();
  const rosters = departments.map(
    (department): Roster => ({
      department,
      leads: [],
      leadsWanted: 1 + Math.floor((count * department.share) / 100 / reportsEach),
      members: 0,
    }),
  );
  const tickets = rosters.flatMap((roster) => Array<Roster>(roster.department.share).fill(roster));
  const board = { number: '1000', name: 'Board' };
  let chief: string | undefined;

  for (let index = 0; index < count; index += 1) {
    const employeeNumber = String(10_000 + index);
    if (index === 0) {
      const first = drawPerson({
        random,
        taken,
        employeeNumber,
        department: board,
        title: 'Managing Director',
        senior: true,
      });
      chief = first.dn;
      yield first;
      continue;
    }
    const known = featured[index - 1 - rosters.length];
    const roster =
      rosters[index - 1] ??
      rosters.find(({ department }) => department.name === known?.department) ??
      random.pick(tickets);
    const position = roster.members++;
    const leads = position < roster.leadsWanted && !known;
    const person = drawPerson({
      random,
      taken,
      employeeNumber,
      department: roster.department,
      managerDN: managerOf(roster, position) ?? chief,
      title: titleOf(roster, position, leads, random),
      senior: leads,
      ...(known && { known }),
    });
    if (leads) roster.leads.push(person.dn);
    yield person;
  }
}

/** Leads hang below leads as in a heap, the others are dealt out among them. */
function managerOf({ leads }: Roster, position: number): string | undefined {
  if (position === 0) return undefined;
  return leads[Math.floor((position - 1) / reportsEach)] ?? leads[position % leads.length];
}

function titleOf({ department }: Roster, position: number, leads: boolean, random: Random): string | undefined {
  if (position === 0) return department.head;
  if (leads) return department.lead;
  return random.chance(0.05) ? undefined : random.pick(department.titles);
}

/** The DN of somebody who is named by `uid`, as all are whom the demo knows by name. */
export const dnOf = (uid: string): string => childDN('uid', uid, `ou=people,${suffix}`);
