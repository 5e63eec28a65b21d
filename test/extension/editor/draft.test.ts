import { describe, expect, test } from 'vitest';
import type { Outcome, Profile } from '#shared/contract/profile.ts';
import {
  applyFaults,
  applySaved,
  brokenRule,
  changedFields,
  type Draft,
  discard,
  enter,
  entryOf,
  isInConflict,
  leave,
  leaveAll,
  planSave,
  rebase,
  resolve,
  startDraft,
} from '../../../extension/editor/draft.ts';
import { fieldsInNeed } from '../../../extension/editor/outcome-sentence.ts';
import { aField, aProfile, aSave, withValues } from './profiles.ts';

const profile = aProfile([
  aField({ key: 'phone', type: 'phone', value: '+49 611 1234567', defaultCountry: 'DE' }),
  aField({ key: 'title', value: 'Engineer', required: true }),
  aField({ key: 'room', value: 'B 2' }),
  aField({ key: 'mail', value: 'j@example.com', editable: false, reason: 'directoryOwned' }),
]);
const fieldOf = (draft: Draft, key: string) => {
  const found = draft.profile.fields.find((field) => field.key === key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
};
const typed = (values: Readonly<Record<string, unknown>>, draft = startDraft(profile)) =>
  Object.entries(values).reduce((all, [key, value]) => enter(all, key, value), draft);
const keys = (fields: readonly { key: string }[]) => fields.map(({ key }) => key);
const entered = (draft: Draft, key: string) => entryOf(draft, fieldOf(draft, key)).entered;
const status = (draft: Draft, key: string) => entryOf(draft, fieldOf(draft, key)).outcome?.status;

/** What a save of the whole draft made of it, given what became of its fields. */
function saved(draft: Draft, told: Record<string, Partial<Outcome> & Pick<Outcome, 'status'>> = {}, meanwhile = draft) {
  const plan = planSave(draft);
  if (!plan) throw new Error('there is nothing to save');
  return applySaved(meanwhile, plan, aSave(draft.profile, plan, told));
}

describe('what counts as a change', () => {
  test('W3: only what differs from the profile is sent, with what was seen and the revision', () => {
    expect(planSave(typed({ title: 'Chief', room: 'B 2' }))).toEqual({
      changes: { title: { from: 'Engineer', to: 'Chief' } },
      revision: profile.revision,
    });
  });

  test('the same number in another spelling is no change', () => {
    expect(changedFields(typed({ phone: '0611 1234567' }))).toEqual([]);
  });

  test('F9: a number is sent, and shown after leaving, as it will be kept', () => {
    const draft = leave(typed({ phone: '0611 7654321' }), 'phone');
    expect(entered(draft, 'phone')).toBe('+49 611 7654321');
    expect(planSave(typed({ phone: '0611 7654321' }))?.changes.phone?.to).toBe('+49 611 7654321');
  });

  test('an emptied field is sent as null, which deletes', () => {
    expect(planSave(typed({ room: null }))?.changes).toEqual({ room: { from: 'B 2', to: null } });
  });

  test('F4: a read-only field never changes', () => {
    expect(changedFields(typed({ mail: 'other@example.com' }))).toEqual([]);
  });

  test('a field of a type that only a newer server has is read-only', () => {
    const newer = aProfile([aField({ key: 'sign', type: 'constellation', value: 'Lyra' })]);
    expect(changedFields(typed({ sign: 'Orion' }, startDraft(newer)))).toEqual([]);
  });

  test('discarding brings the profile back', () => {
    expect(discard(typed({ title: 'Chief' }))).toEqual(startDraft(profile));
  });
});

describe('what is wrong with a change', () => {
  test('nothing is said before a field was left, then as one types', () => {
    const typing = typed({ phone: 'call' });
    expect(fieldsInNeed(typing)).toEqual([]);
    const left = leave(typing, 'phone');
    expect(keys(fieldsInNeed(left))).toEqual(['phone']);
    expect(fieldsInNeed(enter(left, 'phone', '+49 611 7654321'))).toEqual([]);
    expect(keys(fieldsInNeed(enter(left, 'phone', 'call me')))).toEqual(['phone']);
  });

  test('a save looks at every change, left or not', () => {
    expect(keys(fieldsInNeed(leaveAll(typed({ phone: 'call', title: null }))))).toEqual(['phone', 'title']);
  });

  test('a required field may not be emptied', () => {
    const draft = typed({ title: null });
    expect(brokenRule(draft, fieldOf(draft, 'title'))).toEqual({ rule: 'required' });
    expect(planSave(draft)).toBeUndefined();
  });

  test('what the directory brought is never held against the person', () => {
    const draft = leaveAll(startDraft(aProfile([aField({ key: 'phone', type: 'phone', value: 'intern 4711' })])));
    expect(fieldsInNeed(draft)).toEqual([]);
  });
});

describe('what a save makes of the draft', () => {
  test('W7: a saved field shows what the directory holds, and that it is saved until it is edited again', () => {
    const draft = saved(typed({ title: 'Chief' }), { title: { status: 'saved', value: 'CHIEF' } });
    expect(entered(draft, 'title')).toBe('CHIEF');
    expect(status(draft, 'title')).toBe('saved');
    expect(changedFields(draft)).toEqual([]);
    expect(status(enter(draft, 'title', 'Chief!'), 'title')).toBeUndefined();
  });

  test('W5: a refused field keeps what was typed, with the reason', () => {
    const problem = { detail: 'too long', rule: 'tooLong' };
    const draft = saved(typed({ title: 'Chief', room: 'C' }), { title: { status: 'refused', problem } });
    expect(entered(draft, 'title')).toBe('Chief');
    expect(entryOf(draft, fieldOf(draft, 'title')).outcome).toEqual({ status: 'refused', problem });
    expect(status(draft, 'room')).toBe('saved');
    expect(keys(changedFields(draft))).toEqual(['title']);
  });

  test('what is typed while a save runs stays typed, and the next save starts from what this one saved', () => {
    const sent = typed({ title: 'Chief' });
    const draft = saved(sent, {}, typed({ title: 'Chief of all', room: 'C' }, sent));
    expect(planSave(draft)?.changes).toEqual({
      title: { from: 'Chief', to: 'Chief of all' },
      room: { from: 'B 2', to: 'C' },
    });
  });

  test('W6: a pending value is what the field shows, and where the next change starts', () => {
    const draft = saved(typed({ room: 'C' }), { room: { status: 'pending' } });
    expect(entered(draft, 'room')).toBe('C');
    expect(changedFields(draft)).toEqual([]);
    expect(planSave(typed({ room: 'D' }, draft))?.changes.room).toEqual({ from: 'C', to: 'D' });
  });

  test('the mark of an earlier save outlives the save of another field', () => {
    expect(status(saved(typed({ room: 'C' }, saved(typed({ title: 'Chief' })))), 'title')).toBe('saved');
  });

  test('X1: a save that the server refuses for some fields marks just these', () => {
    const faults = [{ field: 'phone', rule: 'phone', params: {}, detail: 'no number' }];
    const { draft, isShown } = applyFaults(typed({ phone: '+49 611 7654321', room: 'C' }), faults);
    expect(isShown).toBe(true);
    expect(keys(fieldsInNeed(draft))).toEqual(['phone']);
    expect(applyFaults(draft, [{ field: 'reason', detail: 'give one' }]).isShown).toBe(false);
  });
});

describe('W4: when somebody else was faster', () => {
  const conflict = saved(typed({ title: 'Chief', room: 'C' }), { title: { status: 'conflict', current: 'Senior' } });

  test('the field waits for a decision, and holds nothing else up', () => {
    expect(isInConflict(conflict, fieldOf(conflict, 'title'))).toBe(true);
    expect(status(conflict, 'room')).toBe('saved');
    expect(planSave(typed({ room: 'D' }, conflict))?.changes).toEqual({ room: { from: 'C', to: 'D' } });
  });

  test('keep theirs: nothing is left to save', () => {
    const draft = resolve(conflict, 'title', 'theirs');
    expect(entered(draft, 'title')).toBe('Senior');
    expect(changedFields(draft)).toEqual([]);
  });

  test('take mine: saved again from what is there now', () => {
    const draft = resolve(conflict, 'title', 'mine');
    expect(planSave(draft, ['title'])).toEqual({
      changes: { title: { from: 'Senior', to: 'Chief' } },
      revision: conflict.profile.revision,
    });
    expect(conflict.profile.revision).not.toBe(profile.revision);
  });

  test('a conflict over what is shown the same leaves nothing to choose', () => {
    const draft = saved(typed({ phone: '0611 7654321' }), { phone: { status: 'conflict', value: '+49 611 7654321' } });
    expect(status(draft, 'phone')).toBe('unchanged');
    expect(isInConflict(draft, fieldOf(draft, 'phone'))).toBe(false);
  });

  test('somebody who wants the same as I is no conflict', () => {
    const fresh = withValues(profile, { title: 'Chief' });
    expect(changedFields(rebase(typed({ title: 'Chief' }), fresh))).toEqual([]);
  });

  test('a field that both changed while another one was saved is a conflict at once', () => {
    const plan = planSave(typed({ room: 'C' }));
    const answer = aSave(withValues(profile, { title: 'Senior' }), plan ?? { changes: {} });
    const draft = applySaved(typed({ room: 'C', title: 'Chief' }), plan ?? { changes: {} }, answer);
    expect(status(draft, 'title')).toBe('conflict');
    expect(planSave(draft)).toBeUndefined();
  });

  test('a profile read again keeps what was typed, takes what is new, and sees what both changed', () => {
    const fresh: Profile = withValues(profile, { phone: '+49 611 1', title: 'Senior' });
    const draft = rebase(typed({ title: 'Chief', room: 'C' }), fresh);
    expect(entered(draft, 'phone')).toBe('+49 611 1');
    expect(entered(draft, 'room')).toBe('C');
    expect(status(draft, 'title')).toBe('conflict');
  });
});
