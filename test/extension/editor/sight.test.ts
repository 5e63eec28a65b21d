import { expect, test } from 'vitest';
import type { Background } from '../../../extension/editor/background.ts';
import { createEditor } from '../../../extension/editor/editor.ts';
import { aStatus } from './open-editor.ts';
import { aField, aProfile } from './profiles.ts';

/** An editor over a background that notes what is changed through it. */
async function anEditor(isClear: boolean) {
  const changed: string[] = [];
  const done = (what: string) => async () => {
    changed.push(what);
    return {
      ok: false,
      problem: { type: 'about:blank', title: '', status: 503, kind: 'unavailable', detail: '' },
    } as const;
  };
  const edit = { id: 'e1', state: 'pending', value: 'Clerk', since: '2026-01-01T00:00:00.000Z' } as const;
  const profile = aProfile([aField({ key: 'title' }), aField({ key: 'room', edit })]);
  const background: Background = {
    claimFrame: async () => true,
    getStatus: async () => aStatus(),
    loadProfile: async () => ({ ok: true, value: profile }),
    saveProfile: done('save'),
    loadPicture: async () => ({ ok: true, value: '' }),
    findPeople: async () => ({ ok: true, value: { people: [] } }),
    edits: {
      withdraw: done('withdraw'),
      withdrawProposal: done('take note'),
      undo: done('undo'),
      loadHistory: done('history'),
    },
    isInSight: async () => isClear,
    openSignIn: async () => undefined,
    close: async () => undefined,
    onLeave: () => () => undefined,
    onStatus: () => () => undefined,
  };
  const editor = createEditor(background, 'en', { isClear: async () => isClear });
  editor.start();
  await expect.poll(() => editor.state.value.phase).toBe('editing');
  editor.enter('title', 'Head clerk');
  await editor.save();
  await editor.withdraw('room');
  await editor.undo('c1');
  return changed;
}

test('X3 without a press on what is seen nothing is saved, withdrawn or undone', async () => {
  expect(await anEditor(false)).toEqual([]);
});

test('with it all of that is done', async () => {
  expect(await anEditor(true)).toEqual(['save', 'withdraw', 'undo']);
});
