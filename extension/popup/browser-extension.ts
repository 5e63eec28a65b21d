import { browser } from 'wxt/browser';
import { hostPattern } from '../hosts.ts';
import { onStatusChanged, sendMessage } from '../messages.ts';
import { readServerAddress } from '../server-address.ts';
import type { Extension } from './extension.ts';

const unfinished = 'unfinished server address';

/** The extension as it is reached from the popup's page. */
export function createBrowserExtension(): Extension {
  const style = { ports: !import.meta.env.FIREFOX };

  return {
    getStatus: () => sendMessage('getStatus'),
    onStatus: onStatusChanged,

    async connect(address) {
      const read = readServerAddress(address);
      if ('origin' in read) {
        // Some browsers close the popup when they ask; then it goes on when it is opened again.
        localStorage.setItem(unfinished, read.origin);
        const isPermitted = await browser.permissions.request({ origins: [hostPattern(read.origin, style)] });
        localStorage.removeItem(unfinished);
        if (!isPermitted) return undefined;
      }
      return sendMessage('setServer', { server: address });
    },
    resume: (address) => sendMessage('setServer', { server: address }),
    async takeUnfinishedAddress() {
      const address = localStorage.getItem(unfinished);
      localStorage.removeItem(unfinished);
      const isPermitted = address && (await browser.permissions.contains({ origins: [hostPattern(address, style)] }));
      return isPermitted ? address : undefined;
    },

    signIn: (username, password) => sendMessage('signIn', { username, password }),
    readSignInWays: () => sendMessage('getSignInWays'),
    signInBy: (way) => sendMessage('signInBy', { way }),
    signOut: () => sendMessage('signOut'),
    readSessions: () => sendMessage('getOwnSessions'),
    closeSession: (id) => sendMessage('closeOwnSession', { id }),
    signOutEverywhere: () => sendMessage('signOutEverywhere'),
    setLanguage: (language) => sendMessage('setLanguage', { language }),
    async editProfile() {
      await sendMessage('editProfile');
      await leave();
    },

    async findPeople() {
      await sendMessage('findPeoplePage');
      await leave();
    },

    countToDecide: () => sendMessage('countToDecide'),
    async approve() {
      await sendMessage('approvalsPage');
      await leave();
    },

    async administer() {
      await browser.runtime.openOptionsPage();
      await leave();
    },

    async readSite(server) {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      const url = tab?.url === undefined ? null : URL.parse(tab.url);
      if (!url || !/^https?:$/.test(url.protocol) || url.origin === server) return undefined;
      const pattern = hostPattern(url.origin, style);
      return { host: url.host, pattern, isAllowed: await browser.permissions.contains({ origins: [pattern] }) };
    },
    async allowSite({ pattern }, allow) {
      const origins = [pattern];
      if (allow) return browser.permissions.request({ origins });
      return !(await browser.permissions.remove({ origins }));
    },

    async leaveSignInWindow() {
      if (location.hash === '#sign-in') await leave();
    },
  };
}

/** Closes the popup, or the window or tab that it is in: Firefox lets no script close a window that it did not open. */
async function leave(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) window.close();
  else await browser.tabs.remove(tab.id);
}
