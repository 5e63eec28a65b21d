import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Problem } from '../problem.ts';
import type { Bucket, SignInAttempts } from '../store/sign-in-attempts.ts';

/** Attempts that no password hides behind: of one address, and of all together. */
const perAddress = { most: 100, minutes: 10 };
const overAll = { most: 3000, minutes: 10 };
const placesDays = 90;

export interface Limits {
  /** So many wrong passwords of one person … */
  readonly attempts: number;
  /** … are forgotten so long after the last one. */
  readonly attemptsWithinMinutes: number;
}

export interface ThrottleDeps {
  readonly attempts: SignInAttempts;
  limits(): Promise<Limits>;
  now(): Date;
}

/** One sign-in of somebody at an address. */
export interface Turn {
  /**
   * Counts an attempt to be this one (a name, an entry), before it is made. Throws a `throttled` problem where there were
   * too many. The last attempt is kept for places from which this one has signed in before: strangers who try names
   * can take the others, and neither lock anybody out of the directory nor the person out of Nameplate where they usually are.
   */
  permit(who: string): Promise<void>;
  /**
   * The name, and whoever was tried last, are the person: their attempts are forgotten, and the place is known from now on.
   * Those of namesakes that were tried before stay counted, as the directories count them.
   */
  succeeded(): Promise<void>;
  /** There was no answer to any of them. */
  undone(): Promise<void>;
}

export type Throttle = ReturnType<typeof createThrottle>;

/** Keeps attempts to sign in below what a directory takes before it locks an account (X4). */
export function createThrottle({ attempts, limits, now }: ThrottleDeps) {
  return {
    turnAt(address: string): Turn {
      const place = placeOf(address);
      const taken: { readonly person: string; readonly place: string; readonly keys: readonly string[] }[] = [];

      return {
        async permit(who) {
          const person = keyOf('person', who);
          const personAtPlace = keyOf('place', who, place);
          const time = now();
          const { attempts: most, attemptsWithinMinutes } = await limits();
          const isKnown = await attempts.isKnownPlace(personAtPlace, time);
          const own = {
            key: person,
            most: isKnown ? most : most - 1,
            expiresAt: later(time, attemptsWithinMinutes),
            prolongs: true,
          };
          const others: Bucket[] =
            isKnown || taken.length > 0
              ? []
              : [
                  {
                    key: keyOf('address', place),
                    most: perAddress.most,
                    expiresAt: later(time, perAddress.minutes),
                    prolongs: false,
                  },
                  { key: keyOf('all'), most: overAll.most, expiresAt: later(time, overAll.minutes), prolongs: false },
                ];
          const buckets = [own, ...others];
          const until = await attempts.take(buckets, time);
          if (until) throw throttled(until, time);
          taken.push({ person, place: personAtPlace, keys: buckets.map(({ key }) => key) });
        },
        async succeeded() {
          const own = taken.filter((_, at) => at === 0 || at === taken.length - 1);
          await attempts.giveBack(own.flatMap(({ keys }) => keys));
          await attempts.forget(own.map(({ person }) => person));
          await attempts.keepPlaces(
            own.map((each) => each.place),
            later(now(), placesDays * 24 * 60),
          );
        },
        undone: () => attempts.giveBack(taken.flatMap(({ keys }) => keys)),
      };
    },
  };
}

/** By which attempts of the person whom these mean (a name, an entry) are counted. */
export const countedBy = (who: readonly string[]): string[] => who.map((each) => keyOf('person', each));

/** Of an IPv6 address the network: its owner has 2^64 of them (RFC 4291 2.5.4). */
function placeOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const groups =
    tail === undefined ? before : [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':');
}

/** Names may be mistyped passwords, and addresses are nobody's business: the hash alone is kept. */
function keyOf(...parts: readonly string[]): string {
  return hash('sha256', parts.join('\0'), 'base64url');
}

const later = (time: Date, minutes: number) => new Date(time.getTime() + minutes * 60_000);

function throttled(until: Date, time: Date): Problem {
  const seconds = Math.max(1, Math.ceil((until.getTime() - time.getTime()) / 1000));
  const minutes = Math.ceil(seconds / 60);
  return new Problem('throttled', `Too many attempts to sign in. Try again in ${minutes} min.`, {
    rule: 'attempts',
    params: { minutes },
    retryAfterSeconds: seconds,
  });
}
