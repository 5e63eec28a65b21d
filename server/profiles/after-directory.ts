import type { Outcome } from '#shared/contract/profile.ts';
import { Problem } from '../problem.ts';

/**
 * Does what is left to do in Nameplate once the directory has answered. Its failure must not read as if nothing had been
 * saved where something was: a problem with the rule `savedUnread`.
 */
export async function afterDirectory<Result>(
  outcomes: ReadonlyMap<string, Outcome>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (![...outcomes.values()].some(({ status }) => status === 'saved')) throw cause;
    throw new Problem(
      'internal',
      'The directory saved its part of the change, then Nameplate itself failed; the log says more. Look again later.',
      { rule: 'savedUnread', cause },
    );
  }
}
