import type { FieldKind, Parsed, PersonReference } from '../field-kind.ts';
import { personCodec } from './codec.ts';
import type { PersonSettings } from './schema.ts';

/** Another person of the same directory, such as a manager: an id and a name, and a DN in the directory alone. */
export const personKind: FieldKind<PersonReference, PersonSettings> = {
  parse,
  codec: personCodec,
  refersToPeople: true,
  // Whoever was renamed is still the same person.
  identity: (value) => (isReference(value) ? (value.id ?? value.displayName) : value),
  sentences: {
    en: {
      notAPerson: () => 'Choose a person from the list.',
      noSuchPerson: () => 'The directory no longer has this person. Choose another one.',
      otherDirectory: () => 'This person is in another directory. Choose one of the same.',
    },
    de: {
      notAPerson: () => 'Wählen Sie eine Person aus der Liste.',
      noSuchPerson: () => 'Das Verzeichnis hat diese Person nicht mehr. Wählen Sie eine andere.',
      otherDirectory: () => 'Diese Person ist in einem anderen Verzeichnis. Wählen Sie eine aus demselben.',
    },
  },
};

/** The name is for people alone: whoever sends a person may leave it out. */
function parse(input: unknown): Parsed<PersonReference> {
  if (!isReference(input) || input.id === null || !/^[\w-]{1,64}$/u.test(input.id)) return { rule: 'notAPerson' };
  return { value: { id: input.id, displayName: input.displayName ?? '' } };
}

function isReference(value: unknown): value is { readonly id: string | null; readonly displayName?: string } {
  if (typeof value !== 'object' || value === null || !('id' in value)) return false;
  const { id, displayName, ...others } = value as Record<string, unknown>;
  const isNamed = displayName === undefined || typeof displayName === 'string';
  return (id === null || typeof id === 'string') && isNamed && Object.keys(others).length === 0;
}
