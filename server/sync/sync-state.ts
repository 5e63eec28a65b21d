import * as z from 'zod/mini';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { KeptSyncState } from '../store/sync.ts';

const mark = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('contextCSN'),
    csns: z.record(z.string(), z.string()),
    last: z.optional(z.object({ base: z.string(), id: z.string(), csn: z.string() })),
  }),
  z.object({ kind: z.literal('uSNChanged'), usn: z.string(), invocationId: z.string(), server: z.string() }),
  z.object({ kind: z.literal('timestamp'), at: z.string() }),
]);

/** Where the sync of one directory stands. */
const syncState = z.object({
  /** What the next run goes by; null: it is full. */
  mark: z.nullable(mark),
  /** When the last run that succeeded began, by the directory's clock; what the admin sees (S3). */
  lastSync: z.nullable(z.string()),
  /** The moment of that kind up to which nothing is unread. */
  readUntil: z._default(z.nullable(z.string()), null),
  /** What an admin wishes the next run to go by instead: a date, or none. */
  setByHand: z._default(z.nullable(z.string()), null),
  isEmptied: z.boolean(),
  /** Where, by which filter and by whom people were looked for; null before the first run. */
  definition: z.nullable(z.string()),
  /** The attributes that were read of everybody. */
  attributes: z.array(z.string()),
  /** When the last complete read of everybody began, by our clock, and how many people it found. */
  lastFull: z.nullable(z.string()),
  people: z.nullable(z.number()),
  /** Of a directory that completes people: the change number up to which they were looked at. */
  change: z.optional(z.number()),
});
export type SyncState = z.infer<typeof syncState>;

const noSyncYet: SyncState = {
  mark: null,
  lastSync: null,
  readUntil: null,
  setByHand: null,
  isEmptied: false,
  definition: null,
  attributes: [],
  lastFull: null,
  people: null,
};

/** Those whose attributes the last run had read of everybody; before the first run, all. */
export function fieldsReadBefore(
  { definition, attributes }: SyncState,
  fields: readonly FieldDefinition[],
): readonly FieldDefinition[] {
  if (definition === null) return fields;
  return fields.filter(({ source }) => source.kind === 'directory' && attributes.includes(source.attribute));
}

/** What another version kept in another form counts as nothing: the next run is full. */
export function readState({ document }: KeptSyncState): SyncState {
  return syncState.safeParse(document).data ?? noSyncYet;
}
