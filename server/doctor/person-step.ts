import { isWithin } from '../directory/dn.ts';
import type { Description, Examination } from '../directory/examination.ts';
import type { Entry } from '../directory/gateway.ts';
import { type Finding, Found, finding, type Recorder } from './recorder.ts';
import { saw } from './saw.ts';

export interface PersonStep {
  readonly examination: Examination;
  readonly recorder: Recorder;
  readonly directoryName: string;
  /** Whether somebody of this name lives in Nameplate alone (D3). */
  isLocal(username: string): Promise<boolean>;
}

const attributes = ['objectClass'];

/** The person of a username and that they lie where changes are made; where they are not found, it is found out why. */
export async function personSteps(
  deps: PersonStep,
  username: string,
  { bases, usernameAttribute }: Description,
): Promise<Entry | undefined> {
  const { examination, recorder } = deps;
  const person = await recorder.make('person', async () => {
    const entry = await examination.find(username, attributes);
    if (entry) return { ...saw('person', { username, dn: entry.dn }), value: entry };
    throw new Found(await whyNotFound());
  });
  if (!person) return undefined;
  const isInPlace = await placeStep(recorder, person.value, bases);
  return isInPlace ? person.value : undefined;

  async function whyNotFound(): Promise<Finding> {
    if (await deps.isLocal(username)) {
      return {
        ...saw('localAccount', { username }),
        rule: 'localPerson',
        cause: `${username} lives in Nameplate alone. No directory has this person, so nothing of theirs can be written to one.`,
        fix: 'Test with somebody whom the directory has.',
      };
    }
    const elsewhere = await examination.findAnywhere(username);
    const outside = elsewhere.filter((dn) => !bases.some((base) => isWithin(dn, base)));
    const seen = saw('nobodyMatches', { bases: bases.join('; '), attribute: usernameAttribute, username });
    if (outside.length > 0) return finding(seen, outsideOf(outside, bases));
    if (elsewhere.length > 0) {
      const dns = elsewhere.join('; ');
      const cause = `${dns} has this ${usernameAttribute}, but does not match userFilter.`;
      const fix = 'Correct userFilter, or test with somebody else.';
      return finding(seen, { rule: 'filteredOut', cause, fix, params: { dns } });
    }
    const cause = `"${deps.directoryName}" has nobody of this name, or hides them from the service account.`;
    return {
      ...seen,
      rule: 'noSuchPerson',
      cause,
      fix: `Check the spelling and usernameAttribute (${usernameAttribute}).`,
    };
  }
}

/** The entry lies below the base that is used for changes. */
async function placeStep(recorder: Recorder, { dn }: Entry, bases: readonly string[]): Promise<boolean> {
  const step = await recorder.make('place', async () => {
    const base = bases.find((each) => isWithin(dn, each));
    if (base !== undefined) return { ...saw('placeBelow', { dn, base }), value: true };
    throw new Found(finding(saw('placeOutside', { dn }), outsideOf([dn], bases)));
  });
  return step !== undefined;
}

function outsideOf(dns: readonly string[], bases: readonly string[]) {
  return {
    rule: 'outsideBase',
    params: { dns: dns.join('; '), bases: bases.join('; ') },
    cause: `${dns.join('; ')} does not lie below ${bases.join('; ')}, where people are looked for and changed.`,
    fix: 'Correct baseDN and userDN, or add the place to moreBaseDNs.',
  };
}
