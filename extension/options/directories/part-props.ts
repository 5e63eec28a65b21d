import type { DirectoryDraft } from './directory-draft.ts';

/** What each part of a directory's form gets. */
export interface PartProps {
  readonly draft: DirectoryDraft;
  put(patch: Partial<DirectoryDraft>): void;
}
