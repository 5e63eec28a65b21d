import { expect, test } from 'vitest';
import { readOnlyReason as onServer } from '#server/profiles/field-source.ts';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { fieldDefinition } from '#shared/contract/configuration/field.ts';
import { settings } from '#shared/contract/configuration/settings.ts';
import { kinds } from '#shared/fields/kinds.ts';
import { type FieldDraft, localField } from '../../../extension/options/fields/field-draft.ts';
import { previewProfile, readOnlyReason } from '../../../extension/options/preview/preview-profile.ts';

const sources = [
  { kind: 'local' },
  ...['never', 'whenNotFound', 'writeBack'].map((edit) => ({ kind: 'directory', attribute: 'title', edit })),
];
const cases = sources.flatMap((source) =>
  [['self'], ['helpdesk'], []].flatMap((editableBy) =>
    [true, false].map((writeEnabled) => ({ source, editableBy, writeEnabled })),
  ),
);

test.each(cases)('F3 to F7 the preview says of $source, $editableBy, $writeEnabled what the server says', (each) => {
  const { source, editableBy, writeEnabled } = each;
  const field = fieldDefinition.parse({ key: 'a', type: 'text', source, editableBy });
  const person = { id: 'p', directory: 'hq' };
  const wanted = onServer(field, person, { personId: 'p', role: 'employee' }, { writeEnabled });
  expect(readOnlyReason(field as unknown as FieldDraft, writeEnabled)).toBe(wanted);
});

test('a field of every type is previewed, and one that the person may not see is not', () => {
  const fields = Object.keys(kinds).map((type) => localField(type, type));
  const hidden = { ...localField('hidden', 'text'), visibleTo: ['helpdesk'] as const };
  const profile = previewProfile([...fields, hidden], settings.parse({}), 'en');
  expect(profile.fields.map(({ key }) => key)).toEqual(Object.keys(kinds));
});

test('what a new field begins with is a definition that the server takes, but for its label', () => {
  const complete = Object.keys(kinds).map((type) => {
    const draft = localField('key', type);
    return draft.options ? { ...draft, options: [{ value: 'A' }] } : draft;
  });
  expect(complete.map((draft) => fieldDefinition.safeParse(draft).success)).toEqual(complete.map(() => true));
  expect(fieldDefinition.parse(complete[0]) satisfies FieldDefinition).toMatchObject({ section: 'general' });
});
