/** Where people work, and what their telephones there have in common. */
export interface Site {
  readonly name: string;
  readonly country: string;
  readonly area: string;
  readonly trunk: string;
  readonly digits: number;
  /** Lines of a postal address. */
  readonly address: readonly string[];
}

/** The landline numbers are of the blocks that regulators keep free for films and examples, but headquarters'. */
export const sites: readonly Site[] = [
  {
    name: 'Wiesbaden',
    country: '49',
    area: '611',
    trunk: '7654',
    digits: 3,
    address: ['Fenchelgasse 7', '65183 Wiesbaden'],
  },
  {
    name: 'Berlin',
    country: '49',
    area: '30',
    trunk: '23125',
    digits: 3,
    address: ['Ofenstraße 12 b', '10117 Berlin'],
  },
  {
    name: 'Hamburg',
    country: '49',
    area: '40',
    trunk: '66969',
    digits: 3,
    address: ['Kajüte 3, Speicher Ä', '20457 Hamburg'],
  },
  { name: 'Köln', country: '49', area: '221', trunk: '4710', digits: 3, address: ['Am Süßen Eck 1', '50667 Köln'] },
  {
    name: 'München',
    country: '49',
    area: '89',
    trunk: '99998',
    digits: 3,
    address: ['Rührbesenweg 21', '80331 München'],
  },
  { name: 'London', country: '44', area: '20', trunk: '79460', digits: 3, address: ['4 Whisk Yard', 'London SE1 0AA'] },
];

/** What the directory may hold as a location: a site's name, or this. */
export const homeOffice = 'Home office';
