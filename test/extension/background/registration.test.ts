import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createRegistration, type RegistrationDeps } from '../../../extension/background/registration.ts';
import type { Stamp } from '../../../extension/stamp.ts';

const store: Stamp = { server: undefined, intranet: [] };
const company: Stamp = {
  server: 'https://nameplate.example.com',
  intranet: ['https://intranet.example.com/*', 'https://wiki.example.com/team/*'],
};
const server = 'https://nameplate.example.com';

/** What the browser knows: it only keeps, all decisions are the registration's. */
let browser: {
  origins: string[];
  registered: { id: string; matches: string[]; [member: string]: unknown }[];
  tabs: { id: number; url: string }[];
  /** Tabs that got a launcher, and that were asked to let it go. */
  injected: number[];
  dismissed: number[];
  registrations: number;
};

beforeEach(() => {
  browser = { origins: [], registered: [], tabs: [], injected: [], dismissed: [], registrations: 0 };
});

/** A pattern fits all pages whose address starts as it does. */
const fits = (url: string, patterns: readonly string[]) =>
  patterns.some((pattern) => url.startsWith(pattern.replace(/\*$/, '')));

function registration(stamp: Stamp, ports = true) {
  const deps = {
    stamp,
    style: { ports },
    readServer: async () => server,
    dismiss: async (tabId: number) => void browser.dismissed.push(tabId),
    permissions: {
      getAll: async () => ({ origins: browser.origins }),
      contains: async ({ origins = [] }) => origins.every((origin: string) => browser.origins.includes(origin)),
    },
    tabs: {
      query: async ({ url }: { url?: string[] }) => browser.tabs.filter((tab) => !url || fits(tab.url, url)),
    },
    scripting: {
      getRegisteredContentScripts: async () => browser.registered,
      unregisterContentScripts: async () => {
        browser.registered = [];
      },
      registerContentScripts: async (scripts: typeof browser.registered) => {
        if (browser.registered.length > 0) throw new Error('Duplicate script ID');
        browser.registrations += 1;
        browser.registered = scripts;
      },
      executeScript: async ({ target }: { target: { tabId: number } }) => {
        if (browser.tabs.find(({ id }) => id === target.tabId)?.url.endsWith('/error')) {
          throw new Error('Cannot access contents of the page');
        }
        browser.injected.push(target.tabId);
      },
    },
  };
  return createRegistration(deps as unknown as RegistrationDeps);
}
const matches = () => browser.registered.flatMap((script) => script.matches);

describe('the store build', () => {
  test('puts the launcher on the sites that the person allowed, not on the server', async () => {
    browser.origins = [`${server}/*`, 'https://intranet.example.com/*', 'http://wiki.example.com:8080/*'];
    await registration(store).update();
    expect(matches()).toEqual(['http://wiki.example.com:8080/*', 'https://intranet.example.com/*']);
    expect(browser.registered[0]).toMatchObject({ allFrames: false, persistAcrossSessions: true });
  });

  test('puts it nowhere before that, and nowhere any more when it is taken back', async () => {
    const { update } = registration(store);
    await update();
    expect(matches()).toEqual([]);
    browser.origins = ['https://intranet.example.com/*'];
    await update();
    browser.origins = [];
    await update();
    expect(browser.registered).toEqual([]);
  });
});

describe("a company's build", () => {
  test('puts the launcher on the pages of its stamp, as far as the browser permits their hosts', async () => {
    browser.origins = [`${server}/*`, 'https://wiki.example.com/*', 'https://other.example.com/*'];
    await registration(company).update();
    expect(matches()).toEqual(['https://wiki.example.com/team/*']);
  });

  test('knows no ports where the browser knows none', async () => {
    browser.origins = ['http://wiki.example.com/*'];
    await registration({ ...company, intranet: ['http://wiki.example.com:8080/team/*'] }, false).update();
    expect(matches()).toEqual(['http://wiki.example.com/team/*']);
  });
});

test('a registration that is as it should be is left alone', async () => {
  browser.origins = ['https://b.example.com/*', 'https://a.example.com/*'];
  const { update } = registration(store);
  await update();
  browser.origins = ['https://a.example.com/*', 'https://b.example.com/*'];
  await update();
  expect(browser.registrations).toBe(1);
});

test('changes at the same moment come one after the other, and the last one holds', async () => {
  const { update } = registration(store);
  const updates = [1, 2, 3, 4].map((site) => {
    browser.origins = [`https://site${site}.example.com/*`];
    return update();
  });
  await Promise.all(updates);
  expect(matches()).toEqual(['https://site4.example.com/*']);
});

describe('pages that are open', () => {
  beforeEach(() => {
    browser.origins = ['https://a.example.com/*', 'https://b.example.com/*'];
    browser.tabs = [
      { id: 1, url: 'https://a.example.com/' },
      { id: 2, url: 'https://b.example.com/error' },
      { id: 3, url: 'https://b.example.com/' },
      { id: 4, url: 'https://elsewhere.example.com/' },
    ];
  });

  test('get the launcher at once where they are allowed; one that takes no script hinders no other', async () => {
    const debug = vi.spyOn(console, 'debug').mockReturnValue();
    await registration(store).reach();
    expect(browser.injected.sort()).toEqual([1, 3]);
    expect(debug).toHaveBeenCalledWith(expect.any(String), 2, expect.any(Error));
    debug.mockRestore();
  });

  test('get it only on the hosts that were just allowed', async () => {
    await registration(store).reach(['https://a.example.com/*']);
    expect(browser.injected).toEqual([1]);
  });

  test('lose it at once where they are no longer allowed', async () => {
    browser.origins = ['https://a.example.com/*'];
    await registration(store).retreat();
    expect(browser.dismissed).toEqual([2, 3, 4]);
    expect(matches()).toEqual(['https://a.example.com/*']);
  });
});
