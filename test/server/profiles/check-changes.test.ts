import { describe, expect, test } from 'vitest';
import { Problem } from '#server/problem.ts';
import { checkChanges } from '#server/profiles/check-changes.ts';
import { aField, aPerson, helpdesk, self, stranger } from './builders.ts';

const fields = [
  aField(),
  aField({ key: 'phone', type: 'phone', source: { kind: 'local' }, required: true }),
  aField({ key: 'city', type: 'select', source: { kind: 'local' }, options: [{ value: 'Bonn' }] }),
  aField({ key: 'salary', source: { kind: 'local' }, visibleTo: ['admin'] }),
  aField({ key: 'mail', source: { kind: 'directory', attribute: 'mail' } }),
];
const rules = { fields, settings: { writeEnabled: true }, surroundings: { defaultCountry: 'DE' } };

function problemOf(changes: Record<string, { from: unknown; to: unknown }>, actor = self): Problem {
  try {
    checkChanges({ changes }, aPerson(), actor, rules);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('X1 bad input names the field and the rule', () => {
  test('a value that breaks a rule of its type', () => {
    const { details } = problemOf({ phone: { from: null, to: 'call me' } });
    expect(details).toMatchObject({ status: 422, kind: 'invalid', field: 'phone', rule: 'phone' });
    expect(details.detail).toContain('phone');
  });

  test('every fault is listed, not just the first', () => {
    const { details } = problemOf({
      phone: { from: null, to: 7 },
      city: { from: null, to: 'Paris' },
      title: { from: null, to: 'ok' },
    });
    expect(details.faults?.map(({ field, rule }) => [field, rule])).toEqual([
      ['phone', 'notText'],
      ['city', 'notAnOption'],
    ]);
  });

  test('a required field may not be cleared, by null or by an empty text', () => {
    for (const to of [null, '']) {
      expect(problemOf({ phone: { from: '+49 611 1234567', to } }).details).toMatchObject({
        field: 'phone',
        rule: 'required',
      });
    }
  });

  test('a field that does not exist, and one that may not be seen, get the same answer', () => {
    const unknown = problemOf({ nonsense: { from: null, to: 'x' } }).details;
    const hidden = problemOf({ salary: { from: null, to: 'x' } }).details;
    expect(unknown).toMatchObject({ status: 400, rule: 'unknownField', field: 'nonsense' });
    expect({ ...hidden, field: '', detail: '', faults: [] }).toEqual({ ...unknown, field: '', detail: '', faults: [] });
  });

  test('names that every object has are no fields', () => {
    for (const key of ['constructor', 'toString', 'hasOwnProperty']) {
      expect(problemOf({ [key]: { from: null, to: 'x' } }).details).toMatchObject({ status: 400, field: key });
    }
  });

  test('a field that may not be edited', () => {
    expect(problemOf({ mail: { from: null, to: 'x' } }).details).toMatchObject({
      status: 403,
      field: 'mail',
      rule: 'directoryOwned',
    });
    expect(problemOf({ title: { from: null, to: 'x' } }, stranger).details).toMatchObject({
      status: 403,
      rule: 'notPermitted',
    });
  });
});

test('F9 an accepted phone number is kept in international form', () => {
  const [wanted] = checkChanges({ changes: { phone: { from: null, to: '0611 7654321' } } }, aPerson(), helpdesk, rules);
  expect(wanted).toMatchObject({ from: null, to: '+49 611 7654321' });
});

test('an empty text means no value', () => {
  const [wanted] = checkChanges({ changes: { title: { from: '', to: '' } } }, aPerson(), self, rules);
  expect(wanted).toMatchObject({ from: null, to: null });
});
