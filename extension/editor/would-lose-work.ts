import { changedFields } from './draft.ts';
import type { EditorState } from './editor.ts';

/** Whether somebody who leaves now has to be asked first. */
export function wouldLoseWork({ draft, isSaving, hasNote }: EditorState): boolean {
  return isSaving || hasNote || (draft !== undefined && changedFields(draft).length > 0);
}
