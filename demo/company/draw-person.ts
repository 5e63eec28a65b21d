import { childDN } from '../ldif/distinguished-name.ts';
import { drawDescription } from './descriptions.ts';
import type { FeaturedPerson } from './featured.ts';
import { drawName, type Name } from './names/draw-name.ts';
import type { Person } from './person.ts';
import { drawMobile, drawPhone } from './phones.ts';
import type { Random } from './random.ts';
import { homeOffice, type Site, sites } from './sites.ts';
import { externalDN, peopleDN } from './suffix.ts';

export interface Position {
  readonly random: Random;
  readonly taken: (name: string) => string;
  readonly employeeNumber: string;
  readonly department: Person['department'];
  readonly title?: string | undefined;
  readonly managerDN?: string | undefined;
  /** Those whom others report to are never from outside. */
  readonly senior: boolean;
  readonly known?: FeaturedPerson;
}

/** Those from outside are named by these, each of them a trial for whoever escapes DNs. */
const partners = ['Kerze+Docht', 'Blau, Rot & Partner', '"Flink" Kurier', 'Haus; Hof <Wien>', 'Nord\\Süd', 'a = b'];

/** Somebody at this place in the company, with all the gaps and oddities that a directory gathers over the years. */
export function drawPerson(position: Position): Person {
  const { random, taken, employeeNumber, department, managerDN, senior, known } = position;
  const name = known?.name ?? drawName(random);
  const uid = taken(known?.uid ?? usualUid(name));
  const external = !known && !senior && random.chance(0.05);
  const commonName = external ? taken(`${name.full} (${random.pick(partners)})`) : name.full;
  const site = random.chance(0.45) ? (sites[0] as Site) : random.pick(sites);
  const sometimes = <T>(probability: number, draw: () => T) => (random.chance(probability) ? draw() : undefined);
  return {
    dn: external ? childDN('cn', commonName, externalDN) : childDN('uid', uid, peopleDN),
    uid,
    namedBy: external ? 'cn' : 'uid',
    commonName,
    name,
    employeeNumber,
    department,
    managerDN,
    displayName: sometimes(0.9, () => displayName(name, random)),
    title: position.title,
    mail: sometimes(0.96, () => `${taken(usualMailbox(name))}@example.org`),
    phone: sometimes(0.93, () => drawPhone(random, site)),
    mobile: sometimes(0.45, () => drawMobile(random)),
    location: sometimes(0.93, () => (random.chance(0.08) ? homeOffice : site.name)),
    room: sometimes(
      0.75,
      () => `${random.pick(['A', 'B', 'C', 'Ü'])}${random.between(1, 5)}.${random.between(10, 60)}`,
    ),
    address: sometimes(0.5, () => site.address),
    description: sometimes(0.6, () => drawDescription(random)),
    hasPicture: random.chance(0.88),
    ...known?.values,
  };
}

function usualUid({ ascii }: Name): string {
  return `${ascii.given.charAt(0)}${ascii.family}`.replaceAll('-', '').toLowerCase();
}

function usualMailbox({ ascii }: Name): string {
  return `${ascii.given}.${ascii.family}`.toLowerCase();
}

function displayName(name: Name, random: Random): string {
  if (name.romanized) return random.chance(0.7) ? `${name.romanized} (${name.full})` : name.full;
  return random.chance(0.06) ? `${name.family}, ${name.given}` : name.full;
}
