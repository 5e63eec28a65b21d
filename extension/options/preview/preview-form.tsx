import { useEffect, useMemo } from 'preact/hooks';
import type { Profile } from '#shared/contract/profile.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Background } from '../../editor/background.ts';
import { EditorContext } from '../../editor/context.ts';
import { createEditor } from '../../editor/editor.ts';
import { ProfileSections } from '../../editor/profile-sections.tsx';
import { Avatar } from '../../ui/avatar.tsx';

/** The editor's form over a profile that is nobody's: it checks what is typed, and saves nothing. */
export function PreviewForm({ profile, language }: { readonly profile: Profile; readonly language: Language }) {
  const editor = useMemo(
    () => createEditor(backgroundOf(profile, language), language, { isClear: async () => true }),
    [profile, language],
  );
  useEffect(() => editor.start(), [editor]);
  const { draft } = editor.state.value;
  const { displayName } = profile.person;
  return (
    <EditorContext.Provider value={editor}>
      <div class="sample">
        <div class="sample-head">
          <Avatar name={displayName} />
          <b>{displayName}</b>
        </div>
        {draft && <ProfileSections fields={draft.profile.fields} />}
      </div>
    </EditorContext.Provider>
  );
}

function backgroundOf(profile: Profile, language: Language): Background {
  const nothing = () => () => undefined;
  return {
    claimFrame: async () => true,
    getStatus: async () => ({ server: undefined, serverIsFixed: true, user: undefined, language }),
    loadProfile: async () => ({ ok: true, value: profile }),
    saveProfile: async () => ({ ok: true, value: { outcomes: {}, profile } }),
    loadPicture: async () => ({ ok: true, value: '' }),
    findPeople: async () => ({ ok: true, value: { people: [] } }),
    edits: {
      withdraw: async () => ({ ok: true, value: undefined }),
      withdrawProposal: async () => ({ ok: true, value: undefined }),
      loadHistory: async () => ({ ok: true, value: { changes: [] } }),
      undo: async () => ({ ok: true, value: { outcomes: {}, profile } }),
    },
    isInSight: async () => true,
    openSignIn: async () => undefined,
    close: async () => undefined,
    onLeave: nothing,
    onStatus: nothing,
  };
}
