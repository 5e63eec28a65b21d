import type { Profile } from '#shared/contract/profile.ts';
import type { Result } from '../messages.ts';
import type { ExpectedPlace, FramePlace, FrameRegistry } from './frames.ts';
import type { OwnProfile } from './own-profile.ts';

export interface EditorsDeps {
  readonly ownProfile: OwnProfile;
  readonly frames: FrameRegistry;
  now(): number;
  /** 128 random bits, in hexadecimal. */
  createToken(): string;
  openWindow(page: string): Promise<void>;
  closeTab(tabId: number): Promise<void>;
  /** False where no launcher is in this tab. */
  showEditor(tabId: number): Promise<boolean>;
  hideEditor(tabId: number): Promise<void>;
  /** What the launcher of this tab says of the editor over its page. */
  isInSight(tabId: number): Promise<boolean>;
  /** False where no editor is in this place any more. */
  leaveEditor(place: FramePlace): Promise<boolean>;
}

/** So old may a profile be that was asked for at the click. */
const freshMilliseconds = 20_000;

/** The editors that are open: over pages, and in windows of their own. */
export function createEditors({ ownProfile, frames, now, ...deps }: EditorsDeps) {
  /** By token. The background may end and forget these; then they are asked for once more. */
  const early = new Map<string, { readonly profile: Promise<Result<Profile>>; readonly asked: number }>();

  async function expect(token: string, place: ExpectedPlace | undefined): Promise<void> {
    // Asked for at once, so that the directory answers while the frame is still loading.
    early.clear();
    early.set(token, { profile: ownProfile.load(), asked: now() });
    if (!(await frames.expect(token, place))) early.delete(token);
  }

  return {
    /** The launcher opens a frame with this token. */
    expect: (token: string, place: ExpectedPlace) => expect(token, place),

    /** Opens the editor over the page of a tab, or, where no launcher is, in a window of its own. */
    async open(tabId: number | undefined): Promise<void> {
      if (tabId !== undefined && (await deps.showEditor(tabId))) return;
      const token = deps.createToken();
      await expect(token, undefined);
      await deps.openWindow(`/editor.html#${token}`);
    },

    claim: (token: string, place: FramePlace) => frames.claim(token, place),

    isOpen: async (place: FramePlace): Promise<boolean> => (await frames.tokenOf(place)) !== undefined,

    /** Whether the editor is where it was put; a window of our own always is. */
    isInSight: async ({ tabId, frameId }: FramePlace): Promise<boolean> => frameId === 0 || deps.isInSight(tabId),

    /** The profile that was asked for at the click, once; after that, one asked for now. */
    async loadProfile(place: FramePlace): Promise<Result<Profile>> {
      const token = (await frames.tokenOf(place)) ?? '';
      const found = early.get(token);
      early.delete(token);
      return found && now() - found.asked < freshMilliseconds ? found.profile : ownProfile.load();
    },

    /** Asks the editor with this token to be left. */
    async askToLeave(token: string, tabId: number): Promise<boolean> {
      const place = await frames.placeOf(token);
      return place?.tabId === tabId && deps.leaveEditor(place);
    },

    async close(place: FramePlace): Promise<void> {
      const token = await frames.tokenOf(place);
      if (token !== undefined) await frames.forget(token);
      await (place.frameId === 0 ? deps.closeTab(place.tabId) : deps.hideEditor(place.tabId));
    },

    /** What was asked for in the name of somebody else, or of nobody, is no longer of use. */
    forgetProfiles: () => early.clear(),
  };
}

export type Editors = ReturnType<typeof createEditors>;
