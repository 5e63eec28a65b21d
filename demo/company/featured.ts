import type { Name } from './names/draw-name.ts';
import { toASCII } from './names/to-ascii.ts';
import type { Person } from './person.ts';

/** Somebody whom the demo, its tests or its pictures know by name. */
export interface FeaturedPerson {
  readonly uid: string;
  readonly department: string;
  readonly name: Name;
  readonly values: Partial<Person>;
}

export const featured: readonly FeaturedPerson[] = [
  {
    uid: 'lena',
    department: 'Design',
    name: westernName('Lena', 'Größner', 'feminine', 'de'),
    values: {
      displayName: 'Lena Größner',
      title: 'Product Designer',
      mail: 'lena.groessner@example.org',
      phone: '0611/765 43-12',
      mobile: '0171/3920047',
      location: 'Wiesbaden',
      room: 'A2.17',
      description: 'Draws everything that has a handle.\nMo–Do, 8–15 Uhr\n\nStand-in: Ida ☕',
      hasPicture: true,
    },
  },
  {
    uid: 'omar',
    department: 'IT',
    name: westernName('Omar', "D'Arbanville-Yılmaz", 'masculine', 'en'),
    values: { title: 'Service Desk Agent', phone: '+49 (0)611 7654-700', location: 'Wiesbaden', hasPicture: true },
  },
  {
    uid: 'ida',
    department: 'IT',
    name: westernName('Ida', 'Øvergård', 'feminine', 'sv'),
    values: { title: 'System Administrator', phone: 'intern 4711', location: 'Hamburg', hasPicture: true },
  },
  {
    // Decomposed on purpose: the marks are characters of their own, and have to come back as such.
    uid: 'zoe',
    department: 'Marketing',
    name: westernName('Zoë'.normalize('NFD'), 'Bäumler-Ñandú'.normalize('NFD'), 'feminine', 'es'),
    values: { displayName: 'Zoë Bäumler-Ñandú'.normalize('NFD') },
  },
  {
    uid: 'quill',
    department: 'Finance & Legal',
    name: westernName('Hubertus "Hubi"', 'von und zu Quillfeather, Dr. jur.', 'masculine', 'de'),
    values: {
      displayName: 'Dr. Hubertus "Hubi" von und zu Quillfeather, LL.M. + Notar',
      title: 'Legal Counsel; Notar',
    },
  },
  {
    uid: 'sunny',
    department: 'Customer Care',
    name: westernName('Sunniva', 'Blåbjerg', 'feminine', 'sv'),
    values: { displayName: 'Sunniva 🌻 Blåbjerg', description: ' Starts with a blank.\n\n👩🏽‍🍳 Kocht auch. \n' },
  },
  {
    uid: 'x',
    department: 'Production',
    name: westernName('X', 'Æ', 'masculine', 'en'),
    values: {
      displayName: undefined,
      title: undefined,
      mail: undefined,
      phone: undefined,
      mobile: undefined,
      location: undefined,
      room: undefined,
      address: undefined,
      description: undefined,
      managerDN: undefined,
      hasPicture: false,
    },
  },
];

function westernName(given: string, family: string, look: Name['look'], language: string): Name {
  return {
    given,
    family,
    full: `${given} ${family}`,
    ascii: { given: toASCII(given), family: toASCII(family) },
    language,
    look,
  };
}
