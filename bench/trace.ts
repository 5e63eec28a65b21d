import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread really ran: on a busy machine others run in between. */
  readonly tdur?: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly url?: string; readonly fileName?: string } };
}

const scriptEvents = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile']);

/** How much CPU time the main thread took for scripts of a file while something was done, compiling included. */
export async function scriptMilliseconds(page: Page, file: RegExp, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const categories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  });
  await work();
  await page.waitForTimeout(300);
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const ofFile = events
    .filter(
      ({ name, args, dur }) =>
        scriptEvents.has(name) && dur !== undefined && file.test(args.data?.url ?? args.data?.fileName ?? ''),
    )
    .toSorted((one, other) => one.ts - other.ts);
  if (ofFile.length === 0) throw new Error('The trace holds no script of the file');
  return outermost(ofFile).reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000;
}

/** Without what ran within another of them, on the same thread. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter(
    (event) =>
      !events.some(
        (other) =>
          other !== event &&
          other.tid === event.tid &&
          other.ts <= event.ts &&
          event.ts + (event.dur ?? 0) <= other.ts + (other.dur ?? 0),
      ),
  );
}
