import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const code = globSync(['shared/**/*.{ts,tsx}', 'server/**/*.ts', 'extension/**/*.{ts,tsx}'], {
  cwd: root,
  exclude: (path) => /(^|\/)(\.wxt|\.output|node_modules)(\/|$)/u.test(path),
});
const everything = [
  ...code,
  ...globSync(['test/**/*.{ts,tsx}', 'demo/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.{ts,mjs,sh}', '*.ts'], {
    cwd: root,
  }),
];

interface Import {
  readonly from: string;
  /** A path from the root, or the name of a package. */
  readonly target: string;
  readonly isType: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gmu;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const resolve = (specifier: string) => {
    if (specifier.startsWith('#')) return specifier.slice(1);
    return specifier.startsWith('.') ? join(dirname(file), specifier) : specifier;
  };
  return [
    ...[...text.matchAll(statement)].map(([, type, specifier = '']) => ({
      from: file,
      target: resolve(specifier),
      isType: type !== undefined,
    })),
    ...[...text.matchAll(dynamic)].map(([, specifier = '']) => ({
      from: file,
      target: resolve(specifier),
      isType: false,
    })),
  ];
}

const imports = code.flatMap(importsOf);
const isIn = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const isOurs = (target: string) =>
  ['shared', 'server', 'extension', 'test', 'demo', 'bench'].some((at) => isIn(target, at));
const isPackage = (target: string, name: string) => isIn(target, name);
const show = ({ from, target }: Import) => `${from} imports ${target}`;

/** What may be imported in one place alone. */
const onlyHere: readonly (readonly [name: string, folders: readonly string[]])[] = [
  ['ldapts', ['server/directory']],
  ['drizzle-orm', ['server/store']],
  ['better-sqlite3', ['server/store']],
  ['hono', ['server/app.ts', 'server/routes']],
  ['@hono/node-server', ['server/main.ts']],
  ['croner', ['server/cron.ts', 'server/sync']],
  ['redos-detector', ['server/configuration']],
  ['sharp', ['server/pictures', 'extension/wxt.config.ts']],
  ['openid-client', ['server/identity']],
  ['wxt', ['extension']],
  ['preact', ['extension', 'shared/fields']],
];

/** What a layer may import of ours; `type:` where types alone, `folder/*` for the files right in a folder. */
const layers: readonly (readonly [layer: string, allowed: readonly string[]])[] = [
  ['shared', ['shared']],
  ['server/directory', ['server/directory', 'server/problem.ts', 'shared']],
  ['server/store', ['server/store', 'server/give-back-memory.ts', 'server/problem.ts', 'shared']],
  [
    'server/profiles',
    ['server/profiles', 'server/problem.ts', 'shared', 'type:server/directory/gateway.ts', 'type:server/store'],
  ],
  [
    'server/identity',
    [
      'server/identity',
      'server/address-list.ts',
      'server/profiles',
      'server/problem.ts',
      'shared',
      'type:server/directory/gateway.ts',
      'type:server/store',
    ],
  ],
  [
    'server/history',
    [
      'server/history',
      'server/store/history-chain.ts',
      'server/profiles',
      'server/problem.ts',
      'shared',
      'type:server/store',
    ],
  ],
  [
    'server/sync',
    [
      'server/sync',
      'server/cron.ts',
      'server/profiles',
      'server/problem.ts',
      'shared',
      'type:server/directory/gateway.ts',
      'type:server/directory/sweep.ts',
      'type:server/store',
    ],
  ],
  [
    'server/routes',
    [
      'server/routes',
      'server/address-list.ts',
      'server/search',
      'server/outbox',
      'server/approvals',
      'server/history',
      'server/profiles',
      'server/identity',
      'server/configuration',
      'server/doctor',
      'server/sync',
      'server/problem.ts',
      'shared',
    ],
  ],
  [
    'server/doctor',
    [
      'server/doctor',
      'server/configuration',
      'server/directory',
      'server/profiles',
      'server/problem.ts',
      'shared',
      'type:server/history',
      'type:server/store',
    ],
  ],
  [
    'server/configuration',
    [
      'server/configuration',
      'server/address-list.ts',
      'server/cron.ts',
      'server/directory/certificate-file.ts',
      'server/directory/dn.ts',
      'server/directory/endpoint.ts',
      'server/problem.ts',
      'server/profiles/field-source.ts',
      'shared',
      'type:server/directory/gateway.ts',
      'server/secrets',
      'type:server/store',
    ],
  ],
  ['server/outbox', ['server/outbox', 'server/profiles', 'server/problem.ts', 'shared', 'type:server/store']],
  ['server/approvals', ['server/approvals', 'server/profiles', 'server/problem.ts', 'shared', 'type:server/store']],
  ['server/secrets', ['server/secrets']],
  ['server/search', ['server/search', 'server/profiles', 'server/problem.ts', 'shared', 'type:server/store']],
  [
    'server/personal-data',
    [
      'server/personal-data',
      'server/profiles',
      'server/store/named-pictures.ts',
      'server/problem.ts',
      'shared',
      'type:server/store',
    ],
  ],
  ['server/pictures', ['server/pictures', 'server/problem.ts', 'shared']],
  ['extension/launcher', ['extension/launcher', 'extension/ui', 'extension/*']],
  ['extension/editor', ['extension/editor', 'extension/ui', 'extension/*', 'shared']],
  ['extension/people', ['extension/people', 'extension/editor', 'extension/ui', 'extension/*', 'shared']],
  ['extension/popup', ['extension/popup', 'extension/ui', 'extension/*', 'shared']],
  ['extension/options', ['extension/options', 'extension/editor', 'extension/ui', 'extension/*', 'shared']],
  [
    'extension/background',
    ['extension/background', 'extension/ui/messages', 'extension/*', 'shared', 'type:extension/editor/edits.ts'],
  ],
  ['extension/ui', ['extension/ui', 'shared']],
];

describe('who may import whom (DESIGN)', () => {
  test.each(onlyHere)('%s is imported in its place alone', (name, folders) => {
    const found = imports.filter(({ target }) => isPackage(target, name));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ from }) => !folders.some((folder) => isIn(from, folder))).map(show)).toEqual([]);
  });

  test.each(layers)('%s imports nothing but what lies below it', (layer, allowed) => {
    const own = imports.filter(({ from, target }) => isIn(from, layer) && isOurs(target));
    expect(own.length).toBeGreaterThan(0);
    const isAllowed = ({ target, isType }: Import) =>
      allowed.some((place) => {
        if (place.startsWith('type:')) return isType && isIn(target, place.slice(5));
        return place.endsWith('/*') ? dirname(target) === dirname(place) : isIn(target, place);
      });
    expect(own.filter((each) => !isAllowed(each)).map(show)).toEqual([]);
  });

  test('the product imports nothing of tests, demo and bench', () => {
    const reaching = imports.filter(({ target }) => ['test', 'demo', 'bench'].some((place) => isIn(target, place)));
    expect(reaching.map(show)).toEqual([]);
  });

  test('process, timers and sockets belong to the composition root and the command line', () => {
    const allowed = [
      'server/main.ts',
      'server/start-people-follower.ts',
      'server/every.ts',
      'server/cli.ts',
      'server/cli',
      'server/directory',
    ];
    const users = code.filter(
      (file) =>
        isIn(file, 'server') &&
        !allowed.some((place) => isIn(file, place)) &&
        /\bprocess\.(?:env|exit|argv)|\bset(?:Timeout|Interval)\(/u.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(users).toEqual([]);
  });
});

describe('how files are kept (STYLE)', () => {
  test('no file has more than 300 lines', () => {
    const long = everything.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  test('files are kebab-case', () => {
    const names = code
      .map((file) => relative(dirname(file), file))
      .filter((name) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/u.test(name));
    expect(names).toEqual([]);
  });

  test('nothing is a barrel, a drawer for everything, or a default export without need', () => {
    const drawers = code.filter((file) => /(?:^|\/)(?:utils?|common|helpers?|manager)(?:\/|\.|$)/u.test(file));
    const barrels = code.filter((file) => /^export \* from/mu.test(readFileSync(join(root, file), 'utf8')));
    expect([...drawers, ...barrels]).toEqual([]);
  });

  test('a field type is named in its own folder and the registries alone', () => {
    const types = globSync('shared/fields/*/', { cwd: root }).map((folder) => folder.replace(/^.*\//u, ''));
    expect(types.length).toBeGreaterThan(3);
    const branches = new RegExp(
      `type\\s*[!=]==?\\s*['"](?:${types.join('|')})['"]|case ['"](?:${types.join('|')})['"]`,
      'u',
    );
    const outside = code.filter((file) => !types.some((type) => isIn(file, `shared/fields/${type}`)));
    expect(outside.filter((file) => branches.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
