import type { SignInSettings } from '#shared/contract/configuration/sign-in.ts';
import type { Examination } from '../directory/examination.ts';
import type { LockoutPolicy } from '../directory/lockouts.ts';
import { Found, type Recorder } from './recorder.ts';
import { saw } from './saw.ts';

/** X4: whether sign-in here stops before the directory locks an account, and for as long as the directory remembers. */
export async function lockoutStep(
  { examination, recorder }: { readonly examination: Examination; readonly recorder: Recorder },
  { password, attempts, attemptsWithinMinutes }: SignInSettings,
): Promise<void> {
  // Nobody's password gets to the directory.
  if (!password) return;
  await recorder.make('lockout', async () => {
    const policies = await examination.lockouts();
    const [strictest] = policies.toSorted((one, other) => one.attempts - other.attempts);
    if (!strictest) return { ...saw('noLockout', {}), value: true };
    const seen = saw('lockout', { dn: strictest.dn, most: strictest.attempts, stopsAt: attempts });
    if (attempts >= strictest.attempts) {
      throw new Found({
        ...seen,
        rule: 'lockoutThreshold',
        cause:
          'Whoever types wrong passwords here, a stranger too, locks the account in the directory before sign-in stops.',
        fix: `Set signIn.attempts to less than ${strictest.attempts}, or have the directory lock later.`,
      });
    }
    const [longest] = policies.toSorted((one, other) => other.seconds - one.seconds);
    const isForgottenSooner = longest !== undefined && attemptsWithinMinutes * 60 < longest.seconds;
    return { ...seen, value: true, warning: isForgottenSooner ? forgottenSooner(longest) : undefined };
  });
}

function forgottenSooner({ dn, seconds }: LockoutPolicy) {
  const minutes = Math.ceil(seconds / 60);
  const forEver = seconds === Number.POSITIVE_INFINITY;
  return {
    rule: 'lockoutMemory',
    params: { minutes: forEver ? 0 : minutes },
    cause: `${dn} counts wrong passwords ${forEver ? 'until somebody signs in' : `for ${minutes} minutes`}; sign-in here forgets them sooner, so they can add up.`,
    fix: forEver
      ? 'Give the policy a time after which it forgets (pwdFailureCountInterval).'
      : `Set signIn.attemptsWithinMinutes to ${minutes} or more.`,
  };
}
