import type { BrowserContext, Page } from 'playwright-core';
import { buildExtension } from '#test/e2e/build-extension.ts';
import { openEditor, signIn, startChromium, visit } from '#test/e2e/chromium.ts';
import { startWorkplace, type Workplace } from '#test/e2e/workplace.ts';
import { editorBytes, launcherBytes } from '#test/extension/built-bytes.ts';
import type { Result } from './result.ts';
import { summarize } from './rounds.ts';
import { scriptMilliseconds } from './trace.ts';

/** Set by what `watch` puts into every page and frame, in milliseconds since 1970. */
declare const pressedAt: number;
declare const shownAt: number;

const rounds = 15;

/** What the extension costs a page, and how long one waits for the profile, in a real Chromium. */
export async function measureExtension(): Promise<Result[]> {
  const work = await startWorkplace();
  const extension = await buildExtension({ browser: 'chrome', server: work.server, intranet: [`${work.site}/*`] });
  const { context, ...chromium } = await startChromium({ extension: extension.folder });
  try {
    await context.addInitScript(watch);
    await signIn({ context, ...chromium }, await work.hire(), work.company.password);
    const loads = await repeat(() => loadPage(context, work.site));
    const waits = await repeat(() => openProfile(context, work));
    const [script, wait] = [summarize(loads.map((load) => load.script)), summarize(waits)];
    const detail = `median of ${rounds}`;
    return [
      size('launcher, gzip', await launcherBytes(extension.folder), 6),
      size('editor, gzip', await editorBytes(extension.folder), 60),
      { name: 'launcher, script on load', value: script.median, unit: 'ms', limit: 5, detail: `CPU time, ${detail}` },
      {
        name: 'launcher, layout shift',
        value: Math.max(...loads.map((load) => load.shift)),
        unit: 'CLS',
        limit: 0,
        detail: `worst of ${rounds}`,
      },
      { name: 'click to profile, beyond the server', value: wait.median, unit: 'ms', limit: 150, detail },
    ];
  } finally {
    await chromium.stop();
    await extension.remove();
    await work.stop();
  }
}

/** Notes when the launcher was pressed, and when the first field of a profile was painted. */
function watch(): void {
  const now = () => performance.timeOrigin + performance.now();
  addEventListener('pointerup', () => Object.assign(globalThis, { pressedAt: now() }), true);
  new MutationObserver((_, observer) => {
    if (!document.querySelector('input[type=tel]')) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => Object.assign(globalThis, { shownAt: now() })));
  }).observe(document, { childList: true, subtree: true });
}

async function loadPage(context: BrowserContext, url: string): Promise<{ script: number; shift: number }> {
  return withPage(context, async (page) => {
    const script = await scriptMilliseconds(page, /content-scripts\/launcher/u, () => visit(page, url));
    const shift = await page.evaluate(() => {
      const observer = new PerformanceObserver(() => {});
      observer.observe({ type: 'layout-shift', buffered: true });
      const shifts = observer.takeRecords().map((entry) => Number(Reflect.get(entry, 'value')));
      return shifts.reduce((sum, each) => sum + each, 0);
    });
    return { script, shift };
  });
}

async function openProfile(context: BrowserContext, { site, api }: Workplace): Promise<number> {
  return withPage(context, async (page) => {
    await visit(page, site);
    await page.waitForTimeout(200);
    const editor = await openEditor(page);
    await editor.waitForFunction(() => 'shownAt' in globalThis);
    const waited = (await editor.evaluate(() => shownAt)) - (await page.evaluate(() => pressedAt));
    const answer = api.requests.findLast(({ route }) => route === '/api/me/profile');
    return waited - (answer?.milliseconds ?? 0);
  });
}

async function withPage<Value>(context: BrowserContext, work: (page: Page) => Promise<Value>): Promise<Value> {
  const page = await context.newPage();
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** The first time warms up. */
async function repeat<Value>(work: () => Promise<Value>): Promise<Value[]> {
  await work();
  const values: Value[] = [];
  for (let round = 0; round < rounds; round++) values.push(await work());
  return values;
}

function size(name: string, bytes: number, limit: number): Result {
  return { name, value: bytes / 1024, unit: 'KiB', limit, detail: 'everything that the first view loads' };
}
