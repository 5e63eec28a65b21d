import type { AdminAnswer } from '../../../extension/admin-calls.ts';
import { type Answers, answered } from './open-options.ts';

const counts = { read: 1204, added: 3, changed: 41, returned: 1, unchanged: 1158, hidden: 2, missing: 0, failed: 1 };
const directoryRun = { directory: 'hq', name: 'Headquarters', status: 'succeeded', mode: 'full', ...counts } as const;
export const runs: AdminAnswer<'listSyncRuns'>['runs'] = Array.from({ length: 8 }, (_, index) => ({
  id: `run-${8 - index}`,
  startedBy: index % 3 === 0 ? { kind: 'person', name: 'jdoe' } : { kind: 'schedule' },
  mode: index === 0 ? 'full' : 'incremental',
  dryRun: index === 2,
  status: index === 3 ? 'failed' : 'succeeded',
  startedAt: `2026-05-${20 - index}T09:00:00.000Z`,
  endedAt: `2026-05-${20 - index}T09:00:${String(4 + ((index * 7) % 11)).padStart(2, '0')}.000Z`,
  isCancelRequested: false,
  directories: [{ ...directoryRun, changed: 41 + ((index * 29) % 83) }],
}));
const [newest] = runs as [(typeof runs)[0]];
export const running: typeof newest = {
  ...newest,
  id: 'run-9',
  status: 'running',
  endedAt: undefined,
  directories: [{ ...directoryRun, status: 'running', expected: 3000 }],
  perSecond: 612,
  endsAt: '2026-05-20T09:00:08.000Z',
};

const erika = { id: 'e', displayName: 'Erika Muster' };
export const aHistory: AdminAnswer<'getAllHistory'> = {
  changes: [
    {
      id: '6',
      at: '2026-05-20T09:00:00.000Z',
      field: 'title',
      label: 'Job title',
      type: 'text',
      actor: { id: 'o', displayName: 'Omar Desk' },
      person: erika,
      source: 'helpdesk',
      reason: 'She called',
      from: 'Clerk in the department of bridges, tunnels and other works of art',
      to: null,
    },
    {
      id: '5',
      at: '2026-05-19T14:21:00.000Z',
      field: 'picture',
      label: 'Picture',
      type: 'picture',
      actor: erika,
      approvedBy: { id: 'o', displayName: 'Omar Desk' },
      person: erika,
      source: 'self',
      from: { sha256: 'a'.repeat(64) },
      to: { sha256: 'b'.repeat(64) },
    },
    {
      id: '4',
      at: '2026-05-19T09:00:00.000Z',
      field: 'office',
      label: 'Office',
      type: 'select',
      actor: null,
      person: erika,
      source: 'directory',
      from: 'Wiesbaden',
      to: 'Zürich',
    },
    {
      id: '3',
      at: '2026-05-18T16:40:00.000Z',
      field: 'logo',
      label: 'logo',
      actor: erika,
      person: null,
      source: 'undo',
      undoes: '1',
      from: null,
      to: { sha256: 'c'.repeat(64) },
    },
  ],
  next: '3',
};

/** What a server says of its runs and of what people changed. */
export const atWork: Answers = {
  listSyncRuns: () => answered({ runs }),
  getSyncRun: () =>
    answered({
      ...newest,
      directories: [
        { ...directoryRun, filter: '(&(objectClass=person)(modifyTimestamp>=20260519090000Z))', fullBecause: 'due' },
      ],
      failures: [
        {
          directory: 'hq',
          username: 'mmuster',
          problem: { detail: 'The entry has two values for uid.', rule: 'severalNames' },
        },
      ],
      changes: [
        {
          directory: 'hq',
          username: 'erika',
          displayName: 'Erika Muster',
          kind: 'changed',
          attributes: ['title', 'mobile'],
        },
        { directory: 'hq', username: 'otto', displayName: 'Otto Gone', kind: 'hidden' },
      ],
    }),
  getLastSync: () =>
    answered({
      date: '20-05-2026',
      time: '11:00:00',
      timeZone: 'Europe/Berlin',
      isSetByHand: false,
      mark: 'contextCSN',
    }),
  previewSync: () =>
    answered({
      base: 'ou=people,dc=example,dc=com',
      mode: 'incremental',
      filter: '(&(objectClass=person)(entryCSN>=20260520085800.000000Z#000000#000#000000))',
      timestamp: {
        attribute: 'modifyTimestamp',
        sample: '20260519081512Z',
        detectedPattern: 'yyyyMMddHHmmssZ',
        configuredPattern: null,
      },
    }),
  getSchedule: () => answered({ cron: '0 */3 * * *', timeZone: 'Europe/Berlin', next: ['2026-05-20T10:00:00.000Z'] }),
  listDuplicates: () =>
    answered({
      duplicates: [
        {
          username: 'jsmith',
          people: [
            { id: 'a', username: 'jsmith', displayName: 'John Smith', directory: 'hq', wins: true },
            { id: 'b', username: 'jsmith', displayName: 'Jo Smith', directory: 'branch', wins: false },
          ],
        },
      ],
    }),
  listHiddenPeople: () =>
    answered({
      people: [
        { id: 'c', username: 'otto', displayName: 'Otto Gone', directory: 'hq', hiddenAt: '2026-05-20T09:00:03.000Z' },
      ],
    }),
  getOutbox: () =>
    answered({
      total: 1,
      edits: [
        {
          id: '7',
          state: 'pending',
          directory: 'hq',
          person: { id: 'e', username: 'erika', displayName: 'Erika Muster' },
          field: 'phone',
          since: '2026-05-20T09:00:00.000Z',
          attempts: 3,
          nextAttempt: '2026-05-20T09:08:00.000Z',
          problem: { detail: 'The directory "Headquarters" cannot be reached.' },
        },
      ],
    }),
  getAllHistory: () => answered(aHistory),
};
