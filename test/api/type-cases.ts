import { expect } from 'vitest';
import type { PersonReference } from '#shared/fields/field-kind.ts';
import type { FieldType } from '#shared/fields/kinds.ts';
import type { LDIFValue } from '#test/directories/ldif.ts';
import { aPicture } from '#test/pictures/draw-picture.ts';
import type { Company } from './company.ts';
import type { API } from './start-api.ts';

/** Somebody whom a field may name. */
export interface Named extends PersonReference {
  readonly dn: string;
}

/** What one type of field is proven with. */
export interface TypeCase {
  readonly settings?: object;
  /** What the directory holds, and how it is shown. */
  readonly held: LDIFValue;
  readonly seen: unknown;
  /** What a person enters, how it is shown, and what the directory holds of it then; a picture's bytes are for the server to decide. */
  readonly to: unknown;
  readonly shown: unknown;
  readonly written: readonly string[] | 'picture';
}

/** Somebody new whom Nameplate knows. */
export async function aNamedPerson(api: API, company: Company): Promise<Named> {
  const username = await company.add({ displayName: 'Erika Größer' });
  const token = await api.signIn(username, company.password);
  const { id, displayName } = (await api.show(token)).person;
  return { id, displayName, dn: await company.dnOf(username) };
}

const picture = { sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) };
const reference = ({ id, displayName }: Named): PersonReference => ({ id, displayName });

/** A case of every type, for people who may name these two. */
export async function typeCases(before: Named, after: Named): Promise<Record<FieldType, TypeCase>> {
  const [held, upload] = await Promise.all([aPicture({ width: 60 }), aPicture({ width: 90 })]);
  return {
    text: { held: 'Baker', seen: 'Baker', to: 'Chef “Ü”', shown: 'Chef “Ü”', written: ['Chef “Ü”'] },
    multiline: { held: 'One\nTwo', seen: 'One\nTwo', to: 'Two\nLines', shown: 'Two\nLines', written: ['Two\nLines'] },
    select: {
      settings: { options: [{ value: 'Bonn' }, { value: 'Zürich' }] },
      held: 'Bonn',
      seen: 'Bonn',
      to: 'Zürich',
      shown: 'Zürich',
      written: ['Zürich'],
    },
    phone: {
      held: '0611 1234567',
      seen: '+49 611 1234567',
      to: '0611 7654321',
      shown: '+49 611 7654321',
      written: ['+49 611 7654321'],
    },
    picture: { held, seen: picture, to: { base64: upload.toString('base64') }, shown: picture, written: 'picture' },
    multiselect: {
      settings: { options: [{ value: 'Red' }, { value: 'Green' }, { value: 'Blue' }] },
      held: ['Red', 'Blue'],
      seen: ['Red', 'Blue'],
      to: ['Blue', 'Green'],
      shown: ['Green', 'Blue'],
      written: ['Blue', 'Green'],
    },
    date: {
      held: '19800523235900.0Z',
      seen: '1980-05-23',
      to: '1981-06-24',
      shown: '1981-06-24',
      written: ['19810624000000.0Z'],
    },
    url: {
      held: 'http://old.example/',
      seen: 'http://old.example/',
      to: ' https://new.example/ä ',
      shown: 'https://new.example/ä',
      written: ['https://new.example/ä'],
    },
    email: {
      held: 'old@example.org',
      seen: 'old@example.org',
      to: 'new+box@example.org',
      shown: 'new+box@example.org',
      written: ['new+box@example.org'],
    },
    checkbox: { held: 'FALSE', seen: false, to: true, shown: true, written: ['TRUE'] },
    person: {
      held: before.dn,
      seen: reference(before),
      to: { id: after.id },
      shown: reference(after),
      written: [after.dn],
    },
  };
}
