import { endpoints } from '#shared/contract/endpoints.ts';
import type { Profile, Saved } from '#shared/contract/profile.ts';
import { takesSettings } from '#shared/fields/settings.ts';
import type { Result, SaveRequest } from '../messages.ts';
import type { Account } from './account.ts';

/** The profile of whom is signed in, as the editor can show it. */
export function createOwnProfile(account: Account) {
  return {
    /** As the directory has it at this moment. */
    async load(): Promise<Result<Profile>> {
      const result = await account.call(endpoints.getOwnProfile, { query: { refresh: '1' } });
      return result.ok ? { ok: true, value: withKnownTypes(result.value) } : result;
    },

    async save({ personId, changes }: SaveRequest): Promise<Result<Saved>> {
      const result = await account.call(endpoints.patchOwnProfile, { body: changes }, personId);
      if (!result.ok) return result;
      return { ok: true, value: { ...result.value, profile: withKnownTypes(result.value.profile) } };
    },
  };
}

export type OwnProfile = ReturnType<typeof createOwnProfile>;

/** A field whose settings are those of a newer server is of a type that is not known here, whatever its name. */
function withKnownTypes(profile: Profile): Profile {
  const fields = profile.fields.map((field) =>
    takesSettings(field.type, field.settings) ? field : { ...field, type: 'unknown' },
  );
  return { ...profile, fields };
}
