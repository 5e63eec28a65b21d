import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { optionsTexts } from '../../../extension/ui/messages/options-texts.ts';

test('P8 whatever the doctor finds has its cause and its mend in German', () => {
  const page = readFileSync(new URL('../../../docs/doctor.md', import.meta.url), 'utf8');
  const [, table = ''] = /\n## The steps\n([\s\S]*?)\n## What it looks like/u.exec(page) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const rules = rows.flatMap((row) => {
    const [, first = '', ...others] = row.split('|');
    const named = first.trim().startsWith('`bind.') ? [first] : others;
    return [...named.join().matchAll(/`([\w.]+)`/gu)].map(([, rule]) => rule ?? '');
  });
  expect(rules.length).toBeGreaterThan(50);
  const { findings } = optionsTexts('de');
  const known = ['jpegPhoto', 'logonHours', 'userWorkstations', 'accountExpires', 'signIn.attempts', 'pwdMaxFailure'];
  expect(rules.filter((rule) => !known.includes(rule) && findings[rule] === undefined)).toEqual([]);
});
