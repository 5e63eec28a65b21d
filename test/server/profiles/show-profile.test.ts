import { describe, expect, test } from 'vitest';
import { showProfile } from '#server/profiles/show-profile.ts';
import { aConfiguration, aField, aPerson, helpdesk, self, stranger, writeBack } from './builders.ts';

const phone = aField({
  key: 'phone',
  type: 'phone',
  label: { en: 'Phone', de: 'Telefon' },
  source: writeBack('telephoneNumber'),
});

const show = (attributes: Record<string, readonly string[]>, members = {}) =>
  showProfile(aPerson({ attributes, ...members }), self, aConfiguration([phone]), 'en').fields[0];

describe('what a profile shows', () => {
  test('F9 a phone number in international form, by the country of the directory', () => {
    expect(show({ telephoneNumber: ['0611/1234567'] })).toMatchObject({
      value: '+49 611 1234567',
      editable: true,
      defaultCountry: 'DE',
    });
  });

  test('nothing as null', () => {
    expect(show({})?.value).toBeNull();
  });

  test('S9 what changed since the last sync, as such', () => {
    const attributes = { telephoneNumber: ['0611/7654321'] };
    expect(show(attributes, { syncedAttributes: { telephoneNumber: ['0611/1234567'] } })?.changedSinceSync).toBe(true);
    expect(show(attributes)?.changedSinceSync).toBeUndefined();
  });

  test('bytes that are no text are not shown and not edited', () => {
    const person = aPerson({ attributes: { telephoneNumber: [{ base64: '//4=' }] } });
    const [field] = showProfile(person, self, aConfiguration([phone]), 'en').fields;
    expect(field).toMatchObject({ value: null, editable: false, reason: 'notText' });
  });

  test('labels in the language that was asked for, in another where it is missing', () => {
    const configuration = aConfiguration([phone, aField({ label: { de: 'Titel' } }), aField({ key: 'bare' })]);
    const labels = (language: 'en' | 'de') =>
      showProfile(aPerson(), self, configuration, language).fields.map(({ label }) => label);
    expect(labels('de')).toEqual(['Telefon', 'Titel', 'bare']);
    expect(labels('en')).toEqual(['Phone', 'Titel', 'bare']);
  });

  test('fields by section: listed sections first, in their order', () => {
    const fields = [
      aField({ key: 'a', section: 'x' }),
      aField({ key: 'b', section: 'work' }),
      aField({ key: 'c', section: 'x' }),
    ];
    const sections = [{ key: 'work', label: { en: 'Your work' } }];
    const configuration = aConfiguration(fields, { settings: { sections } });
    const shown = showProfile(aPerson(), self, configuration, 'en').fields.map(({ key, section }) => [key, section]);
    expect(shown).toEqual([
      ['b', 'Your work'],
      ['a', 'x'],
      ['c', 'x'],
    ]);
  });

  test('F1 only to those who may see it', () => {
    const fields = [
      aField({ key: 'all' }),
      aField({ key: 'own', visibleTo: ['self'] }),
      aField({ key: 'desk', visibleTo: ['helpdesk'] }),
    ];
    const keys = (actor: typeof self) =>
      showProfile(aPerson(), actor, aConfiguration(fields), 'en').fields.map(({ key }) => key);
    expect(keys(self)).toEqual(['all', 'own']);
    expect(keys(helpdesk)).toEqual(['all', 'desk']);
    expect(keys(stranger)).toEqual(['all']);
  });

  test('the revision moves with every byte of a value', () => {
    const revision = (value: string) =>
      showProfile(aPerson({ attributes: { telephoneNumber: [value] } }), self, aConfiguration([phone]), 'en').revision;
    expect(revision('0611 1')).toBe(revision('0611 1'));
    expect(revision('0611 1')).not.toBe(revision('0611  1'));
  });
});
