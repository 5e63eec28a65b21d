import { buildExtension } from './build-extension.ts';
import { signIn, startChromium } from './chromium.ts';
import { startWorkplace } from './workplace.ts';

/** A company at work, and a Chromium with its build of the extension. */
export async function startChromiumAtWork(moreFields: readonly object[] = []) {
  await using parts = new AsyncDisposableStack();
  const work = await startWorkplace(moreFields);
  parts.defer(() => work.stop());
  const extension = await buildExtension({ browser: 'chrome', server: work.server, intranet: [`${work.site}/*`] });
  parts.defer(() => extension.remove());
  const chromium = await startChromium({ extension: extension.folder });
  parts.defer(() => chromium.stop());
  const started = parts.move();
  return {
    work,
    chromium,
    /** Somebody new, signed in; gives the login name. */
    async somebody(): Promise<string> {
      const username = await work.hire();
      await signIn(chromium, username, work.company.password);
      return username;
    },
    /** What ldapsearch finds. */
    inDirectory: (username: string, attribute: string) => work.company.values(username, attribute),
    stop: () => started.disposeAsync(),
  };
}
export type ChromiumAtWork = Awaited<ReturnType<typeof startChromiumAtWork>>;
