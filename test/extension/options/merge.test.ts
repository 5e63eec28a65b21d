import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge } from '../../../extension/options/document/merge.ts';
import { same } from '../../../extension/options/document/same.ts';
import { whatChanged } from '../../../extension/options/document/what-changed.ts';

const phone = { key: 'phone', label: { en: 'Phone' }, required: false };
const title = { key: 'title', label: { en: 'Title' }, required: false };
const room = { key: 'room', label: { en: 'Room' }, required: false };
const base = { fields: [phone, title, room] };

describe('two admins at once: nothing is overwritten, and nothing entered is lost', () => {
  test('what each changed elsewhere is kept of both', () => {
    const mine = { fields: [{ ...phone, label: { en: 'Telephone' } }, title, room] };
    const theirs = { fields: [{ ...phone, required: true }, title, { ...room, label: { en: 'Office' } }] };
    expect(merge(base, mine, theirs)).toEqual({
      fields: [{ ...phone, label: { en: 'Telephone' }, required: true }, title, { ...room, label: { en: 'Office' } }],
    });
  });

  test('where both changed the same, what was entered here stays to be looked at', () => {
    const mine = { fields: [{ ...phone, label: { en: 'Telephone' } }, title, room] };
    const theirs = { fields: [{ ...phone, label: { en: 'Call' } }, title, room] };
    expect(merge(base, mine, theirs)).toEqual(mine);
  });

  test('the order of one, and what the other added, go together', () => {
    const mine = { fields: [room, phone, title] };
    const mobile = { ...phone, key: 'mobile' };
    const theirs = { fields: [phone, mobile, title, room] };
    expect(merge(base, mine, theirs).fields.map(({ key }) => key)).toEqual(['room', 'phone', 'title', 'mobile']);
  });

  test('what one took away comes back only if the other had changed it', () => {
    expect(merge(base, { fields: [title, room] }, base).fields).toEqual([title, room]);
    expect(merge(base, base, { fields: [title, room] }).fields).toEqual([title, room]);
    const changed = { ...phone, required: true };
    expect(merge(base, { fields: [title, room] }, { fields: [changed, title, room] }).fields).toContainEqual(changed);
    expect(merge(base, { fields: [changed, title, room] }, { fields: [title, room] }).fields).toContainEqual(changed);
  });

  const document = fc.record({
    writeEnabled: fc.boolean(),
    limit: fc.record({ percent: fc.integer({ min: 0, max: 3 }) }),
    fields: fc.uniqueArray(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), required: fc.boolean() }), {
      selector: ({ key }) => key,
    }),
  });

  test('whoever changed nothing gets what the other has, whatever it is', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(merge(before, before, after)).toEqual(after);
        expect(merge(before, after, before)).toEqual(after);
      }),
    );
  });

  test('what is told as changed is nothing if and only if nothing is', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(whatChanged(before, after).length === 0).toBe(same(before, after));
      }),
    );
  });
});

test('what somebody else changed is told by its place', () => {
  const after = { fields: [room, { ...phone, label: { en: 'Call' } }, { ...title, help: { en: 'Yours' } }] };
  expect(whatChanged(base, after)).toEqual([
    { path: ['fields', 'phone', 'label', 'en'], kind: 'changed', before: 'Phone', after: 'Call' },
    { path: ['fields', 'title', 'help'], kind: 'added', after: { en: 'Yours' } },
    { path: ['fields'], kind: 'reordered' },
  ]);
});
