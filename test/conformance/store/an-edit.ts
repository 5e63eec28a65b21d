import { randomUUID } from 'node:crypto';
import type { NewChange } from '#server/store/history.ts';
import type { Lease, NewEdit, NewSave } from '#server/store/outbox.ts';

export const noon = new Date('2026-01-01T12:00:00Z');
export const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

export function aLease(until = after(60)): Lease {
  return { token: randomUUID(), until };
}

export function anEdit(edit: Partial<NewEdit> = {}): NewEdit {
  return {
    field: 'title',
    attribute: 'title',
    from: 'Baker',
    to: 'Chef',
    seen: 'digest',
    old: ['Baker'],
    values: ['Chef', { base64: '/w==' }],
    ...edit,
  };
}

export function aSave(save: Partial<NewSave> = {}): NewSave {
  return {
    save: randomUUID(),
    personId: 'jane',
    origin: { actorId: 'jane', source: 'self', reason: null, undoes: null, approverId: null },
    at: noon,
    lease: aLease(),
    entry: { directory: 'hq', entryId: 'e1' },
    edits: [anEdit()],
    ...save,
  };
}

export function aChange(change: Partial<NewChange> = {}): NewChange {
  return {
    at: noon,
    personId: 'jane',
    field: 'title',
    actorId: 'jane',
    source: 'self',
    reason: null,
    from: 'Baker',
    to: 'Chef',
    exactFrom: ['Baker'],
    exactTo: ['Chef', { base64: '/w==' }],
    undoes: null,
    approverId: null,
    ...change,
  };
}
