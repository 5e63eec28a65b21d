import { endpoints } from '#shared/contract/endpoints.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Stored } from '../settings.ts';
import { attention as de } from '../ui/messages/de.ts';
import { attention as en } from '../ui/messages/en.ts';
import type { Account } from './account.ts';

interface Known {
  readonly userId: string;
  /** Own edits that wait for a decision of whoever made them. */
  readonly own: number;
  /** Edits of others that they may approve. */
  readonly toDecide: number;
  readonly at: number;
}

const texts: Readonly<Record<Language, string>> = { de, en };

/** Every page of the intranet asks; the server does not have to answer each. */
const freshMilliseconds = 60_000;

/** How much waits for whoever is signed in; the toolbar's button shows it. */
export function createAttention(deps: {
  readonly account: Pick<Account, 'status' | 'call'>;
  readonly stored: Stored<Known>;
  setBadge(text: string): Promise<void>;
  now(): number;
}) {
  const { account, stored, setBadge, now } = deps;

  async function look(): Promise<Known | undefined> {
    const { user } = await account.status();
    if (!user) return show(undefined);
    const result = await account.call(endpoints.getOwnEdits, {});
    if (result.ok) {
      const { edits, notApproved, toDecide } = result.value;
      const own = edits.filter(({ state }) => state !== 'pending').length + notApproved;
      return show({ userId: user.id, own, toDecide, at: now() });
    }
    // That the server does not answer does not mean that nothing waits.
    const known = await stored.read();
    return known?.userId === user.id ? show({ ...known, at: now() }) : undefined;
  }

  async function show(known: Known | undefined): Promise<Known | undefined> {
    const count = known ? known.own + known.toDecide : 0;
    if (known) await stored.write(known);
    else await stored.remove();
    await setBadge(count === 0 ? '' : String(count));
    return known;
  }

  return {
    look,
    /** Of the edits of others, at this moment. */
    toDecide: async (): Promise<number> => (await look())?.toDecide ?? 0,
    /** In words what waits of the own edits, as it was known a moment ago; empty where nothing does. */
    async label(): Promise<string> {
      const [known, { user, language }] = await Promise.all([stored.read(), account.status()]);
      const isFresh = known && known.userId === user?.id && now() - known.at < freshMilliseconds;
      return ((isFresh ? known : await look())?.own ?? 0) > 0 ? texts[language] : '';
    },
  };
}
export type Attention = ReturnType<typeof createAttention>;
