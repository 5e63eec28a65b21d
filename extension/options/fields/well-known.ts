import type { SchemaAttribute } from '#shared/contract/diagnosis.ts';
import type { Localized } from '#shared/fields/field-kind.ts';

/** What attributes that most directories have are called; the order is that in which first steps propose them. */
const wellKnown: Readonly<Record<string, Localized>> = {
  displayName: { en: 'Name', de: 'Name' },
  cn: { en: 'Name', de: 'Name' },
  givenName: { en: 'First name', de: 'Vorname' },
  sn: { en: 'Last name', de: 'Nachname' },
  title: { en: 'Job title', de: 'Position' },
  department: { en: 'Department', de: 'Abteilung' },
  ou: { en: 'Department', de: 'Abteilung' },
  telephoneNumber: { en: 'Phone', de: 'Telefon' },
  mobile: { en: 'Mobile', de: 'Mobil' },
  mail: { en: 'Email', de: 'E-Mail' },
  physicalDeliveryOfficeName: { en: 'Office', de: 'Büro' },
  roomNumber: { en: 'Room', de: 'Raum' },
  l: { en: 'City', de: 'Ort' },
  description: { en: 'About me', de: 'Über mich' },
  jpegPhoto: { en: 'Picture', de: 'Bild' },
  thumbnailPhoto: { en: 'Picture', de: 'Bild' },
  manager: { en: 'Manager', de: 'Vorgesetzte Person' },
  facsimileTelephoneNumber: { en: 'Fax', de: 'Fax' },
  labeledURI: { en: 'Website', de: 'Website' },
  wWWHomePage: { en: 'Website', de: 'Website' },
};
const known = Object.keys(wellKnown);

/** The usual name of an attribute in both languages; without one, the attribute's own. */
export function labelFor(attribute: string): Localized {
  const name = known.find((each) => each.toLowerCase() === attribute.toLowerCase());
  return (name !== undefined && wellKnown[name]) || { en: attribute, de: attribute };
}

/** What well-known attributes hold, whatever their schema says: to Active Directory almost everything is a text. */
const usualTypes: Readonly<Record<string, string>> = {
  telephonenumber: 'phone',
  homephone: 'phone',
  mobile: 'phone',
  pager: 'phone',
  ipphone: 'phone',
  facsimiletelephonenumber: 'phone',
  mail: 'email',
  description: 'multiline',
  info: 'multiline',
  labeleduri: 'url',
  wwwhomepage: 'url',
  url: 'url',
};

/** The type of field that an attribute suggests, of those that fit it; undefined where none does. */
export function proposedType({ name, fits }: Pick<SchemaAttribute, 'name' | 'fits'>): string | undefined {
  const usual = usualTypes[name.toLowerCase()];
  return usual !== undefined && fits.includes(usual) ? usual : fits[0];
}

/** What stands in such an attribute in a preview. */
export const samples: Readonly<Record<string, string>> = {
  displayname: 'Jane Doe',
  cn: 'Jane Doe',
  givenname: 'Jane',
  sn: 'Doe',
  title: 'Product designer',
  department: 'Design',
  ou: 'Design',
  mail: 'jane.doe@example.com',
  physicaldeliveryofficename: 'B 2.14',
  roomnumber: 'B 2.14',
  l: 'Wiesbaden',
};

/** The place of an attribute among those that most companies want; undefined for others. */
export function rankOf(attribute: string): number | undefined {
  const rank = known.findIndex((each) => each.toLowerCase() === attribute.toLowerCase());
  return rank < 0 ? undefined : rank;
}
