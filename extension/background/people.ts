import { endpoints } from '#shared/contract/endpoints.ts';
import type { FoundPeople } from '#shared/contract/people.ts';
import type { Saved } from '#shared/contract/profile.ts';
import type { LoadedProfile, Result, SaveRequest, SearchRequest } from '../messages.ts';
import type { Account } from './account.ts';
import { withKnownTypes } from './known-types.ts';
import { loadProfile } from './load-profile.ts';

/** As many as fit on a screen. */
const mostFound = 20;

/** People whom helpdesk finds and edits. */
export function createPeople(account: Account) {
  return {
    search: ({ words, cursor }: SearchRequest): Promise<Result<FoundPeople>> =>
      account.call(endpoints.findPeople, { query: { q: words, limit: mostFound, ...(cursor && { cursor }) } }),

    load: (id: string): Promise<LoadedProfile> =>
      loadProfile((query) => account.call(endpoints.getProfile, { params: { id }, query })),

    async save({ personId: id, changes }: SaveRequest): Promise<Result<Saved>> {
      const result = await account.call(endpoints.patchProfile, { params: { id }, body: changes });
      if (!result.ok) return result;
      return { ok: true, value: { ...result.value, profile: withKnownTypes(result.value.profile) } };
    },
  };
}
export type People = ReturnType<typeof createPeople>;
