import { hasRole } from '#shared/contract/roles.ts';
import type { Status } from '../messages.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';

const id = 'open-person';
const longest = 100;

/** What a menu of ours hears of a click. */
export interface MenuClick {
  readonly menuItemId: string | number;
  readonly linkUrl?: string | undefined;
  readonly selectionText?: string | undefined;
}

export interface Menus {
  removeAll(): Promise<void>;
  create(item: { id: string; title: string; contexts: ['selection', 'link']; documentUrlPatterns: string[] }): unknown;
}

export interface PersonMenuDeps {
  readonly menus: Menus;
  /** The match patterns of the pages that the extension may be on. */
  readPages(): Promise<readonly string[]>;
  openPeople(words: string): Promise<void>;
}

/** "Open in Nameplate" on a selected name or a link to a mail address, for helpdesk, on the pages that the extension may be on (P2). */
export function createPersonMenu({ menus, readPages, openPeople }: PersonMenuDeps) {
  let last: Promise<unknown> = Promise.resolve();

  async function offer({ user, language }: Status): Promise<void> {
    await menus.removeAll();
    const pages = await readPages();
    if (!user || !hasRole(user.role, 'helpdesk') || pages.length === 0) return;
    const title = messagesIn(language).people.openInNameplate;
    menus.create({ id, title, contexts: ['selection', 'link'], documentUrlPatterns: [...pages] });
  }

  return {
    /** One after the other: what an earlier status asked for does not come after what a later one did. */
    update(status: Status): Promise<unknown> {
      last = last.then(() => offer(status)).catch((error: unknown) => console.error(error));
      return last;
    },

    async click(click: MenuClick): Promise<void> {
      const words = wordsOf(click);
      if (click.menuItemId === id && words !== '') await openPeople(words);
    },
  };
}

/** Whom a click means: the address of a mail link (RFC 6068), otherwise what is selected. */
export function wordsOf({ linkUrl, selectionText = '' }: MenuClick): string {
  const [, address] = /^mailto:([^?,]*)/iu.exec(linkUrl ?? '') ?? [];
  return (address ? decoded(address) : selectionText).replaceAll(/\s+/gu, ' ').trim().slice(0, longest);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
