import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest } from '#server/profiles/field-value.ts';
import { planChange, planLocalChange, type Seen } from '#server/profiles/plan-changes.ts';
import { aField, writeBack } from './builders.ts';

const title = aField();
const phone = aField({ key: 'phone', type: 'phone', source: writeBack('telephoneNumber') });

const germany = { defaultCountry: 'DE' };

const change = (from: unknown, to: unknown) => ({ field: title, attribute: 'title', from, to });
const call = (from: unknown, to: unknown) => ({ field: phone, attribute: 'telephoneNumber', from, to });

/** What was shown: our own value of the only attribute; `digests` as the revision carries them. */
const seen = (value: string | undefined, digests: Seen['digests'] = new Map()): Seen => ({
  digests,
  shownValues: () => (value === undefined ? [] : [value]),
});

describe('W3 only what the person changed is written', () => {
  test('a changed value replaces the old one', () => {
    expect(planChange(change('Baker', 'Chef'), { title: ['Baker'] }, seen('Baker'))).toEqual({
      status: 'write',
      change: { attribute: 'title', remove: ['Baker'], add: ['Chef'] },
    });
  });

  test('clearing a field deletes the attribute', () => {
    expect(planChange(change('Baker', null), { title: ['Baker'] }, seen('Baker'))).toMatchObject({
      change: { remove: ['Baker'], add: [] },
    });
  });

  test('a first value is added to nothing', () => {
    expect(planChange(change(null, 'Chef'), {}, seen(undefined))).toMatchObject({
      change: { remove: [], add: ['Chef'] },
    });
  });

  test('what already is as wanted is unchanged, even if it was not so when it was seen', () => {
    expect(planChange(change('Baker', 'Chef'), { title: ['Chef'] }, seen('Baker')).status).toBe('unchanged');
  });

  test('a value that was sent back as it was seen is unchanged, however the directory spells it', () => {
    const same = call('+49 611 1234567', '+49 611 1234567');
    expect(planChange(same, { telephoneNumber: ['0611/1234567'] }, seen('0611/1234567'), germany).status).toBe(
      'unchanged',
    );
  });

  test('of several values only the one that was shown is swapped', () => {
    expect(planChange(change('Baker', 'Chef'), { title: ['Dr.', 'Baker'] }, seen('Baker'))).toMatchObject({
      change: { remove: ['Baker'], add: ['Chef'] },
    });
  });
});

describe('W4 what somebody else changed is a conflict', () => {
  test.each([
    ['another value', 'Boss'],
    ['a change of case alone', 'BAKER'],
    ['a change of blanks alone', 'Baker '],
    ['another Unicode form', 'Ba\u0308ker'],
  ])('%s', (_, current) => {
    const decision = planChange(change('Bäker', 'Chef'), { title: [current] }, seen('Bäker'));
    expect(decision).toEqual({ status: 'conflict', value: current });
  });

  test('a value that is gone', () => {
    expect(planChange(change('Baker', 'Chef'), {}, seen('Baker'))).toEqual({ status: 'conflict', value: null });
  });

  test('a respelling that shows the same: by the revision', () => {
    const digests = new Map([['phone', digest(['0611 1234567'])]]);
    const edit = call('+49 611 1234567', '+49 611 7654321');
    expect(planChange(edit, { telephoneNumber: ['0611 1234567'] }, seen(undefined, digests), germany).status).toBe(
      'write',
    );
    expect(planChange(edit, { telephoneNumber: ['0611-1234567'] }, seen(undefined, digests), germany).status).toBe(
      'conflict',
    );
  });

  test('a respelling that shows the same: by what was last shown, where no revision is sent', () => {
    const edit = call('+49 611 1234567', '+49 611 7654321');
    expect(planChange(edit, { telephoneNumber: ['0611-1234567'] }, seen('0611 1234567'), germany).status).toBe(
      'conflict',
    );
    expect(planChange(edit, { telephoneNumber: ['0611 1234567'] }, seen('0611 1234567'), germany).status).toBe('write');
  });

  test('for all texts: a write removes just the bytes that were seen', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, text, text, (from, to, current) => {
        const decision = planChange(change(from, to), { title: [current] }, seen(from));
        if (decision.status === 'write') expect([from, decision.change.remove]).toEqual([current, [current]]);
        else
          expect(decision.status).toBe(to === current || (from === to && from === current) ? 'unchanged' : 'conflict');
      }),
    );
  });
});

describe('F8 a field of several values swaps just those that the person took away or added', () => {
  const settings = { options: ['German', 'English', 'Turkish'].map((value) => ({ value })) };
  const languages = aField({
    key: 'languages',
    type: 'multiselect',
    source: writeBack('preferredLanguage'),
    ...settings,
  });
  const edit = (from: readonly string[] | null, to: readonly string[] | null) => ({
    field: languages,
    attribute: 'preferredLanguage',
    from,
    to,
  });
  const plan = (change: ReturnType<typeof edit>, held: readonly string[]) =>
    planChange(change, { preferredLanguage: held }, { digests: new Map(), shownValues: () => held });

  test('one is taken away and one is added; what is no option stays', () => {
    const wanted = edit(['German', 'English', 'Klingon'], ['English', 'Turkish', 'Klingon']);
    expect(plan(wanted, ['Klingon', 'English', 'German'])).toEqual({
      status: 'write',
      change: { attribute: 'preferredLanguage', remove: ['German'], add: ['Turkish'] },
    });
  });

  test('the order that the directory gives them in means nothing', () => {
    expect(plan(edit(['German', 'English'], ['German', 'English']), ['English', 'German']).status).toBe('unchanged');
  });

  test('W4 a value that somebody else added or took away meanwhile is a conflict', () => {
    for (const held of [['German'], ['German', 'English', 'Turkish'], ['German', 'english']])
      expect(plan(edit(['German', 'English'], ['English']), held).status).toBe('conflict');
  });

  test('the revision moves with every value, and with none of their orders', () => {
    expect(digest(['a', 'b'])).toBe(digest(['b', 'a']));
    expect(new Set([['a', 'b'], ['a'], ['b'], ['ab'], ['a', 'b', 'c'], []].map(digest)).size).toBe(6);
  });

  test('clearing takes all of them away, the first is added to nothing', () => {
    expect(plan(edit(['German', 'Klingon'], null), ['Klingon', 'German'])).toMatchObject({
      change: { remove: ['Klingon', 'German'], add: [] },
    });
    expect(plan(edit(null, ['German']), [])).toMatchObject({ change: { remove: [], add: ['German'] } });
  });
});

test('bytes that are no text are refused, not guessed at', () => {
  const decision = planChange(change(null, 'Chef'), { title: [new Uint8Array([0xff, 0xfe])] }, seen(undefined));
  expect(decision).toMatchObject({ status: 'refused', problem: { field: 'title', rule: 'notText' } });
});

test('W4 values that live in Nameplate obey the same rule', () => {
  const local = (from: unknown, to: unknown) => ({ field: title, from, to });
  expect(planLocalChange(local('a', 'b'), 'a')).toBe('write');
  expect(planLocalChange(local('a', 'b'), 'A')).toBe('conflict');
  expect(planLocalChange(local('a', 'b'), 'b')).toBe('unchanged');
  expect(planLocalChange(local(null, 'b'), null)).toBe('write');
});
