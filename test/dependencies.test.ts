import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import lock from '../package-lock.json' with { type: 'json' };

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  /** Of types alone, which packages of production name as optional peers. */
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly optional?: boolean;
}
const locked = Object.entries(lock.packages as Readonly<Record<string, Locked>>).filter(
  ([path, { link }]) => path !== '' && !link,
);

describe('what others wrote comes in as it was looked at (X5)', () => {
  test('every dependency is of one version, and every package in the lock file is known by its bytes', () => {
    const { dependencies, devDependencies, optionalDependencies } = packageJson;
    const ranges = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(ranges.filter((range) => !/^\d+\.\d+\.\d+$/u.test(range))).toEqual([]);
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  });

  test('nothing runs when a package is installed, and no package of the product would want it to', () => {
    expect(readFileSync(join(import.meta.dirname, '../.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/mu);
    const production = locked.filter(([, { dev, optional }]) => !dev && !optional).map(([path]) => path);
    expect(production.length).toBeGreaterThan(10);
    const wanting = production.filter((path) => {
      const { scripts = {} } = JSON.parse(readFileSync(join(import.meta.dirname, '..', path, 'package.json'), 'utf8'));
      return ['preinstall', 'install', 'postinstall'].some((script) => script in scripts);
    });
    expect(wanting).toEqual([]);
  });

  test('docs/security.md names each package that runs in production, and how many', () => {
    const production = locked.filter(([, { dev, devOptional, optional }]) => !dev && !devOptional && !optional);
    const page = readFileSync(join(import.meta.dirname, '../docs/security.md'), 'utf8');
    const [, count] = /In production run (\d+) packages/u.exec(page) ?? [];
    expect(Number(count)).toBe(production.length);
    const table = page.slice(page.indexOf('In production run'), page.indexOf('## OWASP'));
    const names = production.map(([path]) => path.replace(/^.*node_modules\//u, ''));
    const words = new Set(table.split(/[\s,;|()]+/u));
    expect(names.filter((name) => !words.has(name))).toEqual([]);
  });
});
