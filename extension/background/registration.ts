import type { Browser, WxtBrowser } from 'wxt/browser';
import { hostPattern, type PatternStyle, pagePattern } from '../hosts.ts';
import type { Stamp } from '../stamp.ts';

const id = 'launcher';
const file = '/content-scripts/launcher.js';

export interface RegistrationDeps {
  readonly scripting: Pick<
    WxtBrowser['scripting'],
    'getRegisteredContentScripts' | 'registerContentScripts' | 'unregisterContentScripts' | 'executeScript'
  >;
  readonly permissions: Pick<typeof Browser.permissions, 'getAll' | 'contains'>;
  readonly tabs: Pick<typeof Browser.tabs, 'query'>;
  readonly stamp: Stamp;
  readonly style: PatternStyle;
  readServer(): Promise<string | undefined>;
  /** Asks the launcher of a tab, where there is one, to leave the page. */
  dismiss(tabId: number): Promise<void>;
}

/** Keeps the launcher on exactly the pages that are allowed: registered for those to come, at once on those that are open. */
export function createRegistration(deps: RegistrationDeps) {
  const { scripting, permissions, tabs, stamp, style } = deps;
  let last: Promise<void> = Promise.resolve();

  /** A company's build names its pages; otherwise they are the sites that the person allowed, without the server itself. */
  async function wantedMatches(): Promise<string[]> {
    const server = await deps.readServer();
    const serverPattern = server && hostPattern(server, style);
    const permitted = (await permissions.getAll()).origins ?? [];
    if (!stamp.server) return permitted.filter((pattern) => pattern !== serverPattern).sort();
    const pages = [...new Set(stamp.intranet.map((pattern) => pagePattern(pattern, style)))].sort();
    const isPermitted = await Promise.all(
      pages.map((pattern) => permissions.contains({ origins: [hostPattern(pattern, style)] })),
    );
    return pages.filter((_, index) => isPermitted[index]);
  }

  async function register(matches: string[]): Promise<void> {
    const [registered] = await scripting.getRegisteredContentScripts({ ids: [id] });
    if (registered && sameList(registered.matches ?? [], matches)) return;
    if (registered) await scripting.unregisterContentScripts({ ids: [id] });
    if (matches.length === 0) return;
    await scripting.registerContentScripts([
      { id, matches, js: [file], runAt: 'document_start', allFrames: false, persistAcrossSessions: true },
    ]);
  }

  async function inject(matches: string[]): Promise<void> {
    const open = matches.length === 0 ? [] : await tabs.query({ url: matches, discarded: false });
    await Promise.all(
      open.map(async (tab) => {
        try {
          await scripting.executeScript({ target: { tabId: tab.id ?? -1 }, files: [file] });
        } catch (error) {
          // A page that shows an error, or that is just being left: its next page has the launcher by registration.
          console.debug('No launcher in tab', tab.id, error);
        }
      }),
    );
  }

  async function dismissElsewhere(matches: string[]): Promise<void> {
    const kept = matches.length === 0 ? [] : await tabs.query({ url: matches });
    const keptIds = new Set(kept.map((tab) => tab.id));
    const others = (await tabs.query({})).filter((tab) => tab.id !== undefined && !keptIds.has(tab.id));
    await Promise.all(others.map((tab) => deps.dismiss(tab.id ?? -1)));
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const next = last.then(work);
    // Whoever asked hears of the failure; the next in turn starts anyway.
    last = next.catch(() => undefined);
    return next;
  }

  return {
    /** Brings the registration in step with what is allowed; pages that are open stay as they are. */
    update: () => inTurn(async () => register(await wantedMatches())),
    /** The same, and open pages of these hosts, without them all allowed ones, get their launcher at once. */
    reach: (origins?: readonly string[]) =>
      inTurn(async () => {
        const matches = await wantedMatches();
        await register(matches);
        await inject(matches.filter((pattern) => origins?.includes(hostPattern(pattern, style)) ?? true));
      }),
    /** The same, and open pages that are no longer allowed lose their launcher at once. */
    retreat: () =>
      inTurn(async () => {
        const matches = await wantedMatches();
        await register(matches);
        await dismissElsewhere(matches);
      }),
  };
}

const sameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && [...one].sort().every((each, index) => each === other[index]);

export type Registration = ReturnType<typeof createRegistration>;
