import { endpoints } from '#shared/contract/endpoints.ts';
import type { FoundPeople } from '#shared/contract/people.ts';
import type { Saved } from '#shared/contract/profile.ts';
import { dataURL, toBase64 } from '#shared/fields/picture/base64.ts';
import type { LoadedProfile, PictureRequest, Result, SaveRequest } from '../messages.ts';
import type { Account } from './account.ts';
import { withKnownTypes } from './known-types.ts';
import { loadProfile } from './load-profile.ts';

/** As many people as a list shows well. */
const mostFound = 8;

/** The profile of whom is signed in, as the editor can show it. */
export function createOwnProfile(account: Account) {
  return {
    load: (): Promise<LoadedProfile> => loadProfile((query) => account.call(endpoints.getOwnProfile, { query })),

    async loadPicture({ personId: id, sha256 }: PictureRequest): Promise<Result<string>> {
      const result = await account.call(endpoints.getPicture, { params: { id, sha256 } });
      return result.ok ? { ok: true, value: dataURL(toBase64(result.value)) } : result;
    },

    findPeople: (words: string): Promise<Result<FoundPeople>> =>
      account.call(endpoints.findPeople, { query: { q: words, limit: mostFound } }),

    async save({ personId, changes }: SaveRequest): Promise<Result<Saved>> {
      const result = await account.call(endpoints.patchOwnProfile, { body: changes }, personId);
      if (!result.ok) return result;
      return { ok: true, value: { ...result.value, profile: withKnownTypes(result.value.profile) } };
    },
  };
}

export type OwnProfile = ReturnType<typeof createOwnProfile>;
