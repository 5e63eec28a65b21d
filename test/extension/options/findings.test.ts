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

test('P8 whatever ends a run of the sync, or fails with one person, has words in German', () => {
  const files = [
    'sync/leaving',
    'sync/complete-people',
    'directory/canary',
    'directory/swept-entries',
    'directory/facts',
  ];
  const code = files.map((file) => readFileSync(new URL(`../../../server/${file}.ts`, import.meta.url), 'utf8')).join();
  const rules = [...code.matchAll(/\brule(?:: | = cause \? )'(\w+)'(?: : '(\w+)')?/gu)].flatMap(
    ([, ...named]) => named,
  );
  expect(rules).toEqual(
    expect.arrayContaining(['emptyAnswer', 'removalLimit', 'malformedEntry', 'noId', 'userFilter']),
  );
  const { findings } = optionsTexts('de');
  expect(rules.filter((rule) => rule !== undefined && findings[rule] === undefined)).toEqual([]);
});
