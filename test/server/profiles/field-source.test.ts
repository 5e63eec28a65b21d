import { describe, expect, test } from 'vitest';
import { attributeOf, mappedAttributes, readOnlyReason } from '#server/profiles/field-source.ts';
import type { ReadOnlyReason } from '#shared/contract/profile.ts';
import { aField, aPerson, helpdesk, self, stranger, writeBack } from './builders.ts';

const found = aPerson();
const local = aPerson({ directory: null, entryId: null });
const from = (edit: string) => ({ kind: 'directory', attribute: 'title', edit });

/** Who may edit: source, person, the global switch, and why not. */
const table: readonly (readonly [string, object, typeof found, boolean, ReadOnlyReason | undefined])[] = [
  ['F3 local, found person', { kind: 'local' }, found, false, undefined],
  ['F3 local, local person', { kind: 'local' }, local, true, undefined],
  ['F4 always, found person', from('never'), found, true, 'directoryOwned'],
  ['F4 always, local person', from('never'), local, true, 'directoryOwned'],
  ['F5 when found, found person', from('whenNotFound'), found, true, 'foundInDirectory'],
  ['F5 when found, local person', from('whenNotFound'), local, false, undefined],
  ['F6 write-back, found person, switch on', from('writeBack'), found, true, undefined],
  ['F7 write-back, found person, switch off', from('writeBack'), found, false, 'writingDisabled'],
  ['F6 write-back, local person, switch on', from('writeBack'), local, true, undefined],
  ['D3 write-back, local person, switch off: the value stays in Nameplate', from('writeBack'), local, false, undefined],
];

describe('who may edit what', () => {
  test.each(table)('%s', (_, source, person, writeEnabled, reason) => {
    expect(readOnlyReason(aField({ source }), person, self, { writeEnabled })).toBe(reason);
  });

  test('F7 no position of the global switch makes a field editable whose own switch is off', () => {
    for (const writeEnabled of [true, false]) {
      expect(readOnlyReason(aField({ source: from('never') }), found, self, { writeEnabled })).toBe('directoryOwned');
    }
  });

  test('P2 helpdesk edits what is open to helpdesk, and nothing else', () => {
    const settings = { writeEnabled: true };
    expect(readOnlyReason(aField({ editableBy: ['helpdesk'] }), found, helpdesk, settings)).toBeUndefined();
    expect(readOnlyReason(aField({ editableBy: ['self'] }), found, helpdesk, settings)).toBe('notPermitted');
    expect(readOnlyReason(aField({ editableBy: ['self', 'admin'] }), found, helpdesk, settings)).toBe('notPermitted');
  });

  test('a colleague edits nothing of somebody else', () => {
    const field = aField({ editableBy: ['self', 'helpdesk', 'admin'] });
    expect(readOnlyReason(field, found, stranger, { writeEnabled: true })).toBe('notPermitted');
  });

  test('D3 nothing of a local person comes from an attribute', () => {
    expect(attributeOf(aField(), found)).toBe('title');
    expect(attributeOf(aField(), local)).toBeUndefined();
    expect(attributeOf(aField({ source: { kind: 'local' } }), found)).toBeUndefined();
  });

  test('each mapped attribute is asked for once', () => {
    const fields = [aField(), aField({ key: 'again' }), aField({ key: 'room', source: writeBack('roomNumber') })];
    expect(mappedAttributes([...fields, aField({ key: 'note', source: { kind: 'local' } })])).toEqual([
      'title',
      'roomNumber',
    ]);
  });
});
