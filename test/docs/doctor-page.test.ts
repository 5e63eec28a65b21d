import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/doctor.md', root), 'utf8');

test('the page of the doctor names every rule and every step that its code has', () => {
  const code = globSync('server/doctor/*.ts', { cwd: root.pathname })
    .map((file) => readFileSync(new URL(file, root), 'utf8'))
    .join('\n');
  const rules = [...code.matchAll(/\brule: '([\w.]+)'/gu)].map(([, rule]) => rule);
  const steps = [...code.matchAll(/\.make(?:<\w+>)?\(\s*'([\w.]+)'/gu)].map(([, step]) => step);
  const subCodes = [...code.matchAll(/^ {2}'(\w{3})': \{/gmu)].map(([, subCode]) => `bind.${subCode}`);
  expect([rules.length, steps.length, subCodes.length].every((count) => count > 8)).toBe(true);
  const known = ['unknownDirectory', 'disabled', 'noDirectory', 'notChecked'];
  const missing = [...rules, ...steps, ...subCodes].filter(
    (name) => !known.includes(name ?? '') && !page.includes(`\`${name}\``),
  );
  expect(missing).toEqual([]);
});
