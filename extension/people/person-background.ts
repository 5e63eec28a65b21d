import type { Background as EditorBackground } from '../editor/background.ts';
import type { Result, Status } from '../messages.ts';
import type { Background } from './background.ts';

/** The part of the page that belongs to one person's editor. */
export interface PersonEditing {
  readonly personId: string;
  /** What is said about a save: undefined where nothing has to be said, as of one's own profile. */
  readonly reason: { read(): string; demand(): string } | undefined;
  close(): void;
  /** Calls the listener when another person is to be opened; returns how to stop that. */
  onLeave: EditorBackground['onLeave'];
}

/** What an editor asks of its background, for a person whom helpdesk has opened (P2). */
export function createPersonBackground(background: Background, editing: PersonEditing): EditorBackground {
  const { personId, reason, close, onLeave } = editing;
  // An editor belongs to whoever may edit it. Somebody else who signs in gets a page, and an editor, of their own.
  const asOwner = (status: Status): Status => ({ ...status, user: status.user && { ...status.user, id: personId } });
  async function withReason<Value>(
    work: (given: string | undefined) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const given = reason?.read().trim();
    if (!reason || given) return work(given);
    const problem = { type: 'about:blank', title: '', status: 422, kind: 'invalid', detail: reason.demand() };
    return { ok: false, problem };
  }

  return {
    claimFrame: async () => true,
    getStatus: async () => asOwner(await background.getStatus()),
    onStatus: (listener) => background.onStatus((status) => listener(asOwner(status))),
    loadProfile: () => background.loadPerson(personId),
    saveProfile: ({ changes }) =>
      withReason((given) =>
        background.savePerson({ personId, changes: { ...changes, ...(given && { reason: given }) } }),
      ),
    edits: {
      ...background.edits,
      undo: (changeId, password) => withReason((given) => background.undoChange({ changeId, reason: given, password })),
    },
    loadPicture: (request) => background.loadPicture(request),
    findPeople: (words) => background.searchPeople({ words }),
    // A page of our own, which nothing covers.
    isInSight: async () => true,
    openSignIn: () => background.openSignIn(),
    close: async () => close(),
    onLeave,
  };
}
