import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Off: no extension is built, and so no browser opened. */
  readonly build: boolean;
  readonly browser: boolean;
  /** The first port to try for each part; the next free one is taken. */
  readonly ports: { readonly directory: number; readonly server: number; readonly intranet: number };
}

export const usage = `npm run demo -- [--no-build] [--no-browser] [--directory-port 3890] [--server-port 8787] [--intranet-port 8080]`;

/** Throws a TypeError that says what is wrong with the arguments. */
export function readDemoOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      build: { type: 'boolean', default: true },
      browser: { type: 'boolean', default: true },
      'directory-port': { type: 'string', default: '3890' },
      'server-port': { type: 'string', default: '8787' },
      'intranet-port': { type: 'string', default: '8080' },
    },
  });
  return {
    build: values.build,
    browser: values.build && values.browser,
    ports: {
      directory: portOf(values['directory-port']),
      server: portOf(values['server-port']),
      intranet: portOf(values['intranet-port']),
    },
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new TypeError(`${text} is no port`);
  return port;
}
