import type { History } from '#shared/contract/history.ts';

/** What was changed of late, by whom, and from where. */
export function aHistory(): History {
  const change = { at: '2026-05-23T13:30:00.000Z', field: 'title', label: 'Job title', type: 'text', undoable: true };
  return {
    changes: [
      {
        ...change,
        id: '3',
        actor: { id: 'e1', displayName: 'Erika Mustermann' },
        source: 'helpdesk',
        reason: 'asked by phone',
        from: 'Engineer',
        to: 'Chief engineer',
      },
      { ...change, id: '2', actor: null, source: 'directory', from: null, to: 'Engineer', undoable: false },
      {
        ...change,
        id: '1',
        actor: { id: 'p1', displayName: 'Jürgen Groß' },
        source: 'undo',
        undoes: '0',
        from: 'A',
        to: null,
      },
    ],
    next: '1',
  };
}

/** A picture that came, was replaced and was taken away. */
export function aPictureHistory(): History {
  const actor = { id: 'p1', displayName: 'Jürgen Groß' };
  const change = {
    field: 'picture',
    label: 'Picture',
    type: 'picture',
    actor,
    source: 'self',
    undoable: true,
  } as const;
  const [first, second] = [{ sha256: '1'.repeat(64) }, { sha256: '2'.repeat(64) }];
  return {
    changes: [
      { ...change, id: '3', at: '2026-05-23T13:30:00.000Z', from: second, to: null },
      { ...change, id: '2', at: '2026-05-22T13:30:00.000Z', from: first, to: second },
      { ...change, id: '1', at: '2026-05-21T13:30:00.000Z', from: null, to: first, undoable: false },
    ],
  };
}
