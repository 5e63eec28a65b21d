import { browser } from 'wxt/browser';
import { createFrameToken } from '../frame-token.ts';
import { sendMessage } from '../messages.ts';
import { createSettings, createStored } from '../settings.ts';
import { stamp } from '../stamp.ts';
import { createAccount } from './account.ts';
import { createAdminCalls } from './admin-calls.ts';
import { answerMessages } from './answer-messages.ts';
import { createApprovals } from './approvals.ts';
import { createAttention } from './attention.ts';
import { createEditors } from './editors.ts';
import { createEdits } from './edits.ts';
import { createFrameRegistry } from './frames.ts';
import { createOwnProfile } from './own-profile.ts';
import { createPeople } from './people.ts';
import { createPersonMenu } from './person-menu.ts';
import { createRegistration } from './registration.ts';
import { createSenders } from './senders.ts';

/** Puts the background together; every listener is there before this returns, as a background that is woken needs. */
export function startBackground(): void {
  // Not by getURL, which gives another address, for this session alone, of a page that web pages may load.
  const { origin } = location;
  const now = () => Date.now();
  const isFirefox = import.meta.env.FIREFOX;
  // Firefox knows no such levels; there another process than that of any page keeps the addresses of our pages, too.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  const settings = createSettings(browser.storage.local, browser.storage.sync);
  const frames = createFrameRegistry({ stored: createStored(browser.storage.session, 'frames'), now });

  const openWindow = async (page: string) => {
    await browser.windows.create({ url: `${origin}${page}`, type: 'popup', width: 480, height: 720 });
  };
  const account = createAccount({
    settings,
    session: createStored(browser.storage.session, 'session'),
    stamp,
    fetch: (...request) => fetch(...request),
    webAuth: browser.identity,
    browserLanguage: browser.i18n.getUILanguage(),
    now,
    onChange: (status) => {
      editors.forgetProfiles();
      void personMenu.update(status);
      void attention.look();
      void isHeard(sendMessage('statusChanged', status));
    },
  });
  const openPeople = async (words = '') => {
    const hash = words === '' ? '' : `#${new URLSearchParams({ q: words })}`;
    await browser.tabs.create({ url: `${origin}/people.html${hash}` });
  };
  const personMenu = createPersonMenu({
    menus: browser.contextMenus,
    readPages: async () => (await browser.permissions.getAll()).origins ?? [],
    openPeople,
  });
  const updateMenu = async () => personMenu.update(await account.status());
  const attention = createAttention({
    account,
    stored: createStored(browser.storage.session, 'attention'),
    setBadge: async (text) => {
      await browser.action.setBadgeBackgroundColor({ color: '#8a5300' });
      await browser.action.setBadgeText({ text });
    },
    now,
  });
  const ownProfile = createOwnProfile(account);
  const editors = createEditors({
    ownProfile,
    frames,
    now,
    createToken: createFrameToken,
    openWindow,
    closeTab: (tabId) => browser.tabs.remove(tabId),
    showEditor: (tabId) => isHeard(sendMessage('showEditor', undefined, { tabId, frameId: 0 })),
    isInSight: (tabId) => isHeard(sendMessage('isInSight', undefined, { tabId, frameId: 0 })),
    hideEditor: async (tabId) => {
      await isHeard(sendMessage('hideEditor', undefined, { tabId, frameId: 0 }));
    },
    leaveEditor: ({ tabId, frameId }) => isHeard(sendMessage('leaveEditor', undefined, { tabId, frameId })),
  });
  const registration = createRegistration({
    scripting: browser.scripting,
    permissions: browser.permissions,
    tabs: browser.tabs,
    stamp,
    style: { ports: !isFirefox },
    readServer: async () => (await account.status()).server,
    dismiss: async (tabId) => {
      await isHeard(sendMessage('leavePage', undefined, { tabId, frameId: 0 }));
    },
  });

  answerMessages({
    account,
    adminCalls: createAdminCalls(account),
    ownProfile,
    people: createPeople(account),
    edits: createEdits(account),
    approvals: createApprovals(account),
    attention,
    editors,
    registration,
    senders: createSenders({ id: browser.runtime.id, origin }),
    openPeople,
    openApprovals: async () => {
      await browser.tabs.create({ url: `${origin}/people.html#approvals` });
    },
    openSignIn: () => openWindow('/popup.html#sign-in'),
    findActiveTab: async () => (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  });

  browser.runtime.onInstalled.addListener(() => registration.reach());
  browser.runtime.onStartup.addListener(() => registration.update());
  browser.permissions.onAdded.addListener(({ origins }) => registration.reach(origins));
  browser.permissions.onRemoved.addListener(() => registration.retreat());
  for (const changed of [
    browser.permissions.onAdded,
    browser.permissions.onRemoved,
    browser.runtime.onStartup,
    browser.runtime.onInstalled,
  ])
    changed.addListener(updateMenu);
  browser.contextMenus.onClicked.addListener((click) => personMenu.click(click));
  browser.tabs.onRemoved.addListener((tabId) => frames.forgetTab(tabId));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-editor') void editors.open(tab?.id);
    if (command === 'find-people') void openPeople();
  });
}

/** Whether somebody was there to hear a message: a tab without a launcher, or no open page of ours, is no fault. */
async function isHeard(sent: Promise<unknown>): Promise<boolean> {
  try {
    return (await sent) !== false;
  } catch (error) {
    console.debug('Nobody heard a message', error);
    return false;
  }
}
