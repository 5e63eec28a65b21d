import type { Outcome, Profile, ProfileChanges, ProfileField, Saved } from '#shared/contract/profile.ts';

/** A field that may be edited, unless told. */
export function aField(field: Partial<ProfileField> & Pick<ProfileField, 'key'>): ProfileField {
  const { key } = field;
  return {
    type: 'text',
    label: key,
    section: 'General',
    required: false,
    value: null,
    editable: true,
    settings: {},
    ...field,
  };
}

/** A profile of these fields; each call has another revision. */
export function aProfile(fields: readonly ProfileField[], person: Partial<Profile['person']> = {}): Profile {
  revision += 1;
  return {
    person: {
      id: 'p1',
      username: 'jgross',
      displayName: 'Jürgen Groß',
      directory: 'hq',
      directoryName: 'Headquarters',
      ...person,
    },
    revision: `revision-${revision}`,
    fields: [...fields],
  };
}
let revision = 0;

/** The profile after these fields have other values. */
export function withValues(profile: Profile, values: Readonly<Record<string, unknown>>): Profile {
  const fields = profile.fields.map((field) => (field.key in values ? { ...field, value: values[field.key] } : field));
  return aProfile(fields, profile.person);
}

/** The answer to a save: everything is saved as it was sent, but for the outcomes told. */
export function aSave(
  profile: Profile,
  { changes }: ProfileChanges,
  told: Readonly<Record<string, Partial<Outcome> & Pick<Outcome, 'status'>>> = {},
): Saved {
  const ground = (key: string) => profile.fields.find((field) => field.key === key)?.value ?? null;
  const outcomes = Object.fromEntries(
    Object.entries(changes).map(([key, { to }]): [string, Outcome] => {
      const outcome = told[key] ?? { status: 'saved' as const };
      const value = outcome.current ?? outcome.value ?? (outcome.status === 'saved' ? to : ground(key));
      return [key, { value, ...outcome }];
    }),
  );
  const fields = profile.fields.map(({ changedSinceSync: _, ...field }): ProfileField => {
    const outcome = outcomes[field.key];
    if (!outcome) return field;
    return outcome.status === 'pending'
      ? { ...field, pending: changes[field.key]?.to }
      : { ...field, value: outcome.value };
  });
  return { outcomes, profile: aProfile(fields, profile.person) };
}

/** Somebody's profile with a bit of everything. */
export function jürgen(language: 'en' | 'de' = 'en'): Profile {
  const say = (en: string, de: string) => (language === 'de' ? de : en);
  const contact = say('Contact', 'Kontakt');
  const work = say('Work', 'Arbeit');
  return aProfile([
    aField({
      key: 'phone',
      type: 'phone',
      label: say('Phone', 'Telefon'),
      section: contact,
      value: '+49 611 1234567',
      defaultCountry: 'DE',
      help: say('How colleagues reach you at your desk', 'So erreicht man Sie am Platz'),
    }),
    aField({ key: 'mobile', type: 'phone', label: say('Mobile', 'Mobil'), section: contact, defaultCountry: 'DE' }),
    aField({
      key: 'mail',
      label: say('E-mail', 'E-Mail'),
      section: contact,
      value: 'juergen.gross@example.com',
      editable: false,
      reason: 'directoryOwned',
    }),
    aField({
      key: 'room',
      label: say('Room', 'Raum'),
      section: contact,
      value: 'B 2.14',
      editable: false,
      reason: 'writingDisabled',
    }),
    aField({
      key: 'title',
      label: say('Job title', 'Position'),
      section: work,
      required: true,
      value: 'Engineer',
      changedSinceSync: true,
      settings: { validation: { maxLength: 40 } },
    }),
    aField({
      key: 'office',
      type: 'select',
      label: say('Office', 'Standort'),
      section: work,
      value: 'Bonn',
      settings: { options: [{ value: 'Wiesbaden' }, { value: 'Zürich', label: { en: 'Zurich', de: 'Zürich' } }] },
    }),
    aField({
      key: 'about',
      type: 'multiline',
      label: say('About me', 'Über mich'),
      section: work,
      value: say('Bridges and tunnels.\nMostly bridges.', 'Brücken und Tunnel.\nMeistens Brücken.'),
      help: say('A few lines, seen by everyone in the company', 'Ein paar Zeilen, die alle in der Firma sehen'),
      settings: { validation: { maxLength: 200 } },
    }),
    aField({
      key: 'skills',
      type: 'constellation',
      label: say('Skills', 'Kenntnisse'),
      section: work,
      value: ['Statics', 'CAD'],
    }),
  ]);
}

/** Somebody's profile with a field of each of the types that are more than a line of text. */
export function ofManyTypes(language: 'en' | 'de' = 'en'): Profile {
  const say = (en: string, de: string) => (language === 'de' ? de : en);
  const section = say('About you', 'Über Sie');
  const options = ['German', 'English', 'Türkçe', 'Українська'].map((value) => ({ value }));
  return aProfile([
    aField({
      key: 'picture',
      type: 'picture',
      label: say('Picture', 'Bild'),
      section,
      value: { sha256: '4f'.repeat(32) },
      settings: { maxBytes: 102_400, maxEdge: 648 },
    }),
    aField({
      key: 'manager',
      type: 'person',
      label: say('Manager', 'Vorgesetzte Person'),
      section,
      value: { id: 'p2', displayName: 'Erika Mustermann' },
    }),
    aField({ key: 'born', type: 'date', label: say('Date of birth', 'Geburtstag'), section, value: '1980-05-23' }),
    aField({ key: 'site', type: 'url', label: 'Website', section, value: 'https://example.com/jgross' }),
    aField({ key: 'mail', type: 'email', label: say('E-mail', 'E-Mail'), section, value: 'juergen.gross@example.com' }),
    aField({ key: 'parking', type: 'checkbox', label: say('Parking space', 'Parkplatz'), section, value: true }),
    aField({
      key: 'languages',
      type: 'multiselect',
      label: say('Languages', 'Sprachen'),
      section,
      value: ['German', 'Klingon'],
      settings: { options },
    }),
    aField({
      key: 'seen',
      type: 'url',
      label: 'Intranet',
      section,
      value: 'https://intranet.example.com/people/jgross',
      editable: false,
      reason: 'directoryOwned',
    }),
  ]);
}
