import type { Description, Examination } from '../directory/examination.ts';
import type { Entry } from '../directory/gateway.ts';
import { Found, type Recorder } from './recorder.ts';
import { saw } from './saw.ts';

/** Who is counted once by a username as it is compared. */
export type Usernames = ReadonlyMap<string, readonly string[]>;

export interface PeopleSteps {
  readonly examination: Examination;
  readonly recorder: Recorder;
  /** How long people are counted; a directory may have very many. */
  readonly secondsToCount: number;
}

const fewest = 5;

/** Whom the user filter finds; undefined where nobody can be read. */
export async function peopleSteps(
  { examination, recorder, secondsToCount }: PeopleSteps,
  { bases }: Description,
): Promise<Usernames | undefined> {
  const people = await recorder.make('people', async () => {
    const { byUsername, count, isComplete } = await readUsernames(examination, secondsToCount);
    if (count === 0) {
      throw new Found({
        ...saw('nobodyBelow', { bases: bases.join('; ') }),
        rule: 'nobodyFound',
        cause: 'The base has no entries that match the user filter, or the service account may not see them.',
        fix: 'Correct userFilter, baseDN and userDN, or permit the account to read people.',
      });
    }
    return { ...saw('peopleFound', { count, isComplete }), value: byUsername };
  });
  return people?.value;
}

/** Whether everybody can sign in by a name of their own. */
export async function usernamesStep(
  recorder: Recorder,
  usernames: Usernames,
  { usernameAttribute }: Description,
): Promise<void> {
  await recorder.make('usernames', async () => {
    const nameless = usernames.get('')?.length ?? 0;
    const shared = [...usernames].filter(([name, dns]) => name !== '' && dns.length > 1);
    if (nameless === 0 && shared.length === 0)
      return { ...saw('ownNames', { attribute: usernameAttribute }), value: true };
    throw new Found(
      nameless > 0 ? withoutUsername(nameless, usernameAttribute) : sharedUsernames(shared, usernameAttribute),
    );
  });
}

/** How it is told what changed since the last sync: by a mark of the directory, or by timestamps and their pattern. */
export async function changesStep({ examination, recorder }: Omit<PeopleSteps, 'secondsToCount'>): Promise<void> {
  await recorder.make('timestamps', async () => {
    const { timestamps, mark } = await examination.changes();
    const { attribute, sample, detectedPattern, configuredPattern, problem } = timestamps;
    // By a mark of its own the directory tells what changed, whatever the pattern.
    if (problem && (mark === 'timestamp' || configuredPattern !== null)) throw problem;
    const pattern = configuredPattern ?? detectedPattern ?? '';
    return { ...saw('timestamps', { attribute, sample: sample ?? '', pattern, mark }), value: true };
  });
}

/** Whom several directories know by the same username, and where: of them, the first directory in order wins (D2). */
export function duplicateUsernames(
  directories: readonly { readonly key: string; readonly usernames: Usernames }[],
): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { key, usernames } of directories) {
    for (const name of usernames.keys()) if (name !== '') owners.set(name, [...(owners.get(name) ?? []), key]);
  }
  return new Map([...owners].filter(([, keys]) => keys.length > 1));
}

/** `a, b, … (+3)`. */
export function someOf(names: readonly string[]): string {
  const others = names.length - fewest;
  return `${names.slice(0, fewest).join(', ')}${others > 0 ? `, … (+${others})` : ''}`;
}

async function readUsernames(examination: Examination, seconds: number) {
  const end = performance.now() + seconds * 1000;
  const byUsername = new Map<string, string[]>();
  let count = 0;
  for await (const page of examination.people()) {
    for (const { username, dn } of page) {
      const name = username.trim().toLowerCase();
      byUsername.set(name, [...(byUsername.get(name) ?? []), dn]);
    }
    count += page.length;
    if (performance.now() > end) return { byUsername, count, isComplete: false };
  }
  return { byUsername, count, isComplete: true };
}

function withoutUsername(count: number, attribute: string) {
  return {
    ...saw('nameless', { count, attribute }),
    rule: 'noUsername',
    cause: `Whoever has no ${attribute} cannot sign in, and cannot be told by name.`,
    fix: 'Choose another usernameAttribute, or narrow userFilter, such as by (uid=*).',
  };
}

function sharedUsernames(shared: readonly (readonly [string, readonly string[]])[], attribute: string) {
  return {
    ...saw('sharedValues', { attribute, values: someOf(shared.map(([name, dns]) => `${name} (${dns.join('; ')})`)) }),
    rule: 'sharedUsername',
    cause: 'Whoever shares a username cannot sign in, as nobody can tell whom it means.',
    fix: 'Make the usernames unique in the directory, narrow userFilter or the bases, or choose another usernameAttribute.',
  };
}

/** The person on whom the rest is tried. */
export async function sampleStep({
  examination,
  recorder,
}: Omit<PeopleSteps, 'secondsToCount'>): Promise<Entry | undefined> {
  const step = await recorder.make<Entry>('person', async () => {
    const entry = await examination.findWith(undefined, ['objectClass']);
    if (entry) return { ...saw('sample', { username: entry.username, dn: entry.dn }), value: entry };
    throw new Found({
      ...saw('nobody', {}),
      rule: 'nobodyFound',
      cause: 'There is nobody to try it on.',
      fix: 'Correct userFilter.',
    });
  });
  return step?.value;
}
