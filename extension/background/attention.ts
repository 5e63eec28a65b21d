import { endpoints } from '#shared/contract/endpoints.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Stored } from '../settings.ts';
import { attention as de } from '../ui/messages/de.ts';
import { attention as en } from '../ui/messages/en.ts';
import type { Account } from './account.ts';

interface Known {
  readonly userId: string;
  readonly count: number;
  readonly at: number;
}

const texts: Readonly<Record<Language, string>> = { de, en };

/** Every page of the intranet asks; the server does not have to answer each. */
const freshMilliseconds = 60_000;

/** How many edits of whom is signed in wait for their decision; the toolbar's button shows it. */
export function createAttention(deps: {
  readonly account: Pick<Account, 'status' | 'call'>;
  readonly stored: Stored<Known>;
  setBadge(text: string): Promise<void>;
  now(): number;
}) {
  const { account, stored, setBadge, now } = deps;

  async function look(): Promise<number> {
    const { user } = await account.status();
    if (!user) return show(undefined);
    const result = await account.call(endpoints.getOwnEdits, {});
    const count = result.ok ? result.value.edits.filter(({ state }) => state !== 'pending').length : 0;
    return show({ userId: user.id, count, at: now() });
  }

  async function show(known: Known | undefined): Promise<number> {
    const count = known?.count ?? 0;
    if (known) await stored.write(known);
    else await stored.remove();
    await setBadge(count === 0 ? '' : String(count));
    return count;
  }

  return {
    look,
    /** In words, as it was known a moment ago; empty where nothing waits. */
    async label(): Promise<string> {
      const [known, { user, language }] = await Promise.all([stored.read(), account.status()]);
      const isFresh = known && known.userId === user?.id && now() - known.at < freshMilliseconds;
      return (isFresh ? known.count : await look()) > 0 ? texts[language] : '';
    },
  };
}
export type Attention = ReturnType<typeof createAttention>;
