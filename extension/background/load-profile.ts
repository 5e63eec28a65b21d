import type { Profile } from '#shared/contract/profile.ts';
import type { LoadedProfile, Result } from '../messages.ts';
import { withKnownTypes } from './known-types.ts';

/** A profile as the directory has it at this moment, or, while the directory is away, as it was read last (W6). */
export async function loadProfile(
  read: (query: { readonly refresh?: '1' }) => Promise<Result<Profile>>,
): Promise<LoadedProfile> {
  const result = await read({ refresh: '1' });
  if (result.ok) return { ok: true, value: withKnownTypes(result.value) };
  const { problem } = result;
  const kept = problem.kind === 'unavailable' ? await read({}) : result;
  return kept.ok ? { ok: true, value: withKnownTypes(kept.value), outage: problem } : result;
}
