import { readDemoOptions, usage } from './run/demo-options.ts';
import { startDemo } from './run/start-demo.ts';
import { summary } from './run/summary.ts';

process.exitCode = await main(process.argv.slice(2));

/** `npm run demo`: everything runs until a signal ends it, or until a part of it breaks. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) return 2;
  const interrupted = new AbortController();
  const interruption = new Promise<undefined>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        interrupted.abort();
        resolve(undefined);
      });
    }
  });
  try {
    const demo = await startDemo(options, interrupted.signal, (line) => console.error(line));
    console.log(summary(demo));
    const trouble = await Promise.race([interruption, demo.broken]);
    await demo.stop();
    if (trouble) console.error(trouble);
    return trouble && !interrupted.signal.aborted ? 1 : 0;
  } catch (error) {
    if (interrupted.signal.aborted) return 0;
    console.error(`The demo could not start: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}

function readOptions(args: readonly string[]) {
  try {
    return readDemoOptions(args);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\nusage: ${usage}`);
    return undefined;
  }
}
