import * as z from 'zod/mini';
import { fault } from './problem.ts';

export const syncMode = z.enum(['full', 'incremental']);
export type SyncMode = z.infer<typeof syncMode>;

/** Why a run reads everybody although only changes were asked for. */
export const fullReason = z.enum([
  /** Nothing was read of this directory before, or never to the end. */
  'firstRun',
  /** An admin emptied the last sync date (S3). */
  'emptied',
  /** Other people are looked for than before: the base, the filter or the service account changed. */
  'definitionChanged',
  /** Another server answers, whose marks are not comparable. */
  'anotherServer',
  /** The server was restored, or its clock set back: its mark is behind the one it gave before. */
  'restored',
  /** The last complete read, which alone notices who left, is too long ago. */
  'due',
]);
export type FullReason = z.infer<typeof fullReason>;

const count = z.int();
const instant = z.iso.datetime();

export const directoryRun = z.object({
  directory: z.string(),
  name: z.string(),
  status: z.enum(['waiting', 'running', 'succeeded', 'failed', 'cancelled']),
  /** Unknown until the directory was asked. */
  mode: z.optional(syncMode),
  fullBecause: z.optional(fullReason),
  /** The filter as it was sent. */
  filter: z.optional(z.string()),
  startedAt: z.optional(instant),
  endedAt: z.optional(instant),
  read: count,
  added: count,
  changed: count,
  /** Were hidden, and are back. */
  returned: count,
  unchanged: count,
  /** Their entry is gone. */
  hidden: count,
  /** Not found where people are looked for anew; the next full run hides them if it does not find them either. */
  missing: count,
  failed: count,
  /** How many are expected, from the last complete read. */
  expected: z.optional(count),
  problem: z.optional(z.extend(fault, { kind: z.string() })),
});
export type DirectoryRun = z.infer<typeof directoryRun>;

export const syncRun = z.object({
  id: z.string(),
  startedBy: z.object({ kind: z.enum(['person', 'schedule', 'commandLine']), name: z.optional(z.string()) }),
  mode: syncMode,
  dryRun: z.boolean(),
  /** The only directory that it is for. */
  directory: z.optional(z.string()),
  status: z.enum(['running', 'succeeded', 'failed', 'cancelled', 'interrupted']),
  startedAt: instant,
  endedAt: z.optional(instant),
  isCancelRequested: z.boolean(),
  directories: z.array(directoryRun),
  /** While it runs: people a second, and when it will end at that rate where that can be told. */
  perSecond: z.optional(z.number()),
  endsAt: z.optional(instant),
});
export type SyncRun = z.infer<typeof syncRun>;

/** Somebody whose entry could not be taken over, and why. */
export const syncFailure = z.object({
  directory: z.string(),
  dn: z.optional(z.string()),
  username: z.optional(z.string()),
  problem: fault,
});
export type SyncFailure = z.infer<typeof syncFailure>;

/** What a run did, or a dry run would do, to one person. */
export const syncChange = z.object({
  directory: z.string(),
  username: z.string(),
  displayName: z.string(),
  kind: z.enum(['added', 'changed', 'returned', 'hidden', 'missing']),
  /** With `changed`: what differs, by the names of attributes. */
  attributes: z.optional(z.array(z.string())),
});
export type SyncChange = z.infer<typeof syncChange>;

export const syncRunDetails = z.extend(syncRun, {
  /** The first of them; the counts tell of all. */
  failures: z.array(syncFailure),
  changes: z.array(syncChange),
});
export type SyncRunDetails = z.infer<typeof syncRunDetails>;

export const syncRunRequest = z.strictObject({
  mode: syncMode,
  directory: z.optional(z.string()),
  dryRun: z.optional(z.boolean()),
});

const date = z
  .string()
  .check(z.regex(/^\d{2}-\d{2}-\d{4}$/u, { error: 'is no date of the form dd-MM-yyyy, such as 23-05-2016' }));
const time = z
  .string()
  .check(z.regex(/^\d{2}:\d{2}:\d{2}$/u, { error: 'is no time of the form HH:mm:ss, such as 15:30:00' }));

/** S3: a date with its time and time zone, or null for a full run, once. */
export const lastSyncRequest = z.union([
  z.strictObject({ date, time, timeZone: z.string() }),
  z.strictObject({ date: z.null() }),
]);
export type LastSyncRequest = z.infer<typeof lastSyncRequest>;

export const lastSync = z.object({
  date: z.nullable(z.string()),
  time: z.nullable(z.string()),
  timeZone: z.string(),
  /** An admin set it: the next run takes what changed since then, by the timestamp. */
  isSetByHand: z.boolean(),
  /** What the next incremental run goes by. */
  mark: z.nullable(z.enum(['contextCSN', 'uSNChanged', 'timestamp'])),
});
export type LastSync = z.infer<typeof lastSync>;

/** What the next incremental run of a directory would send, asked at this moment. */
export const syncPreview = z.object({
  base: z.string(),
  mode: syncMode,
  fullBecause: z.optional(fullReason),
  filter: z.string(),
  timestamp: z.object({
    attribute: z.string(),
    /** As an entry has it. */
    sample: z.nullable(z.string()),
    detectedPattern: z.nullable(z.string()),
    /** As the configuration says; null where it leaves it to the detection. */
    configuredPattern: z.nullable(z.string()),
    /** Why the pattern cannot be used, found out with real entries. */
    problem: z.optional(fault),
  }),
});
export type SyncPreview = z.infer<typeof syncPreview>;

export const hiddenPerson = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  directory: z.nullable(z.string()),
  hiddenAt: instant,
});
export type HiddenPerson = z.infer<typeof hiddenPerson>;

/** One name in several directories (D2). */
export const duplicate = z.object({
  username: z.string(),
  people: z.array(
    z.object({
      id: z.string(),
      username: z.string(),
      displayName: z.string(),
      directory: z.string(),
      /** Of all with this name, the one whom Nameplate takes: that of the first directory that is enabled. */
      wins: z.boolean(),
    }),
  ),
});
export type Duplicate = z.infer<typeof duplicate>;

export const schedule = z.object({
  cron: z.string(),
  timeZone: z.string(),
  /** The next times. */
  next: z.array(instant),
});
export type Schedule = z.infer<typeof schedule>;
