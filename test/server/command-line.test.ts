import { expect, test } from 'vitest';
import { help, parseCommandLine, wantsJSON } from '#server/command-line.ts';

const now = new Date('2026-11-25T12:00:00Z');

test.each<[string[], object]>([
  [['serve'], { name: 'serve' }],
  [['config', 'apply', 'a.json'], { name: 'apply', file: 'a.json' }],
  [['config', 'apply', '--json', '-'], { name: 'apply', file: '-' }],
  [['config', 'export'], { name: 'export', file: '-' }],
  [['config', 'export', 'a.json', '--json'], { name: 'export', file: 'a.json' }],
  [['config', 'apply', '--', '--json'], { name: 'apply', file: '--json' }],
  [['sync'], { name: 'sync', mode: 'incremental', since: undefined, directory: undefined, dryRun: false }],
  [
    ['sync', '--full', '--dry-run', '--directory', 'hq', '--json'],
    { name: 'sync', mode: 'full', since: undefined, directory: 'hq', dryRun: true },
  ],
  [
    ['sync', '--since', '2026-05-23T15:30:00Z'],
    { name: 'sync', mode: 'incremental', since: new Date('2026-05-23T15:30:00Z'), directory: undefined, dryRun: false },
  ],
  ...[
    ['2026-05-23', '2026-05-23T00:00:00Z'],
    ['2026-05-23T15:30Z', '2026-05-23T15:30:00Z'],
    ['2026-05-23T15:30:00.123+02:00', '2026-05-23T13:30:00.123Z'],
  ].map(([since = '', at = '']): [string[], object] => [
    ['sync', '--since', since],
    { name: 'sync', mode: 'incremental', since: new Date(at), directory: undefined, dryRun: false },
  ]),
  [['keys', 'rotate'], { name: 'rotate' }],
  [
    ['person', 'export', 'jane', 'jane.json'],
    { name: 'exportPerson', who: 'jane', directory: undefined, withEdits: false, file: 'jane.json' },
  ],
  [
    ['person', 'erase', 'jane', '--directory', 'hq', '--with-edits'],
    { name: 'erasePerson', who: 'jane', directory: 'hq', withEdits: true, file: '-' },
  ],
  [['doctor'], { name: 'doctor', directory: undefined, username: undefined }],
  [
    ['doctor', '--directory', 'hq', '--username', 'jane', '--json'],
    { name: 'doctor', directory: 'hq', username: 'jane' },
  ],
  [['--help'], { name: 'help' }],
  [['config', '-h'], { name: 'help' }],
  [['--version'], { name: 'version' }],
])('%j is understood', (args, command) => {
  expect(parseCommandLine(args, now)).toEqual(command);
});

test.each<[string[], string]>([
  [[], 'No command is given'],
  [['drop'], 'There is no command drop'],
  [['serve', '--full'], '--full goes with sync alone'],
  [['sync', '--full', '--since', '2026-05-23'], '--full and --since exclude each other'],
  ...['yesterday', '', '2026', '2026-02-31', '2026-05-23T15:30:00', '2026-05-23T25:00:00Z', '2026-05-23 15:30Z'].map(
    (since): [string[], string] => [['sync', '--since', since], `--since ${since} is no time`],
  ),
  [['sync', '--since', '0001-01-01'], '--since 0001-01-01 must lie between 1970 and now'],
  [['sync', '--since', '2999-01-01'], '--since 2999-01-01 must lie between 1970 and now'],
  [['sync', '--since', '2026-11-25T14:00:00+01:00'], '--since 2026-11-25T14:00:00+01:00 must lie between 1970 and now'],
  [['sync', 'hq'], 'hq is too much'],
  [['sync', '--username', 'jane'], '--username goes with doctor alone'],
  [['config', 'export', '--directory', 'hq'], '--directory goes with sync, doctor and person alone'],
  [['keys'], 'keys needs rotate'],
  [['person'], 'person needs export or erase'],
  [['person', 'erase'], 'person erase needs an id or a login name'],
  [['person', 'erase', 'jane', 'max'], 'max is too much'],
  [['person', 'export', 'jane', '--with-edits'], '--with-edits goes with person erase alone'],
  [['keys', 'rotate', 'now'], 'now is too much'],
  [['doctor', 'hq'], 'hq is too much'],
  [['serve', 'now'], 'now is too much'],
  [['serve', '--port', '80'], "Unknown option '--port'"],
  [['serve', '--json=yes'], "'--json' does not take an argument"],
  [['config'], 'config needs apply or export'],
  [['config', 'drop'], 'config needs apply or export'],
  [['config', 'apply'], 'config apply needs a FILE'],
  [['config', 'apply', ''], 'config apply needs a FILE'],
  [['config', 'apply', 'a', 'b', 'c'], 'b c is too much'],
  [['config', 'export', 'a', 'b'], 'b is too much'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => parseCommandLine(args, now)).toThrow(sentence);
});

test('--json is seen even beside arguments that are wrong', () => {
  expect(wantsJSON(['config', '--foo', '--json'])).toBe(true);
  expect(wantsJSON(['config', 'apply', '--', '--json'])).toBe(false);
});

test('the help names every command and no other', () => {
  const commands = [...help.matchAll(/^ {2}nameplate (\w.*?) {2,}/gm)].map(([, command]) => command);
  expect(commands).toEqual([
    'serve',
    'config apply FILE',
    'config export [FILE]',
    'sync',
    'doctor',
    'person export WHO [FILE]',
    'person erase WHO',
    'keys rotate',
  ]);
});
