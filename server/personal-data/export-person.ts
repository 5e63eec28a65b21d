import type { Configuration } from '#shared/contract/configuration.ts';
import { showProfile } from '../profiles/show-profile.ts';
import type { HistoryQuery, RecordedChange } from '../store/history.ts';
import { picturesNamedIn } from '../store/named-pictures.ts';
import type { Person, Store } from '../store/store.ts';

export interface ExportPersonDeps {
  readonly store: Pick<
    Store,
    'history' | 'localAccounts' | 'outbox' | 'personalData' | 'pictures' | 'proposals' | 'sessions'
  >;
  readonly configuration: Configuration;
  readonly now: Date;
}

const linesAtOnce = 1000;

/** All that is kept of a person, as one document; nothing of it opens anything. */
export async function exportPerson(person: Person, { store, configuration, now }: ExportPersonDeps) {
  const { id, directory, entryId, username, displayName, hiddenAt } = person;
  const { attributes, syncedAttributes, localValues } = person;
  const account = await store.localAccounts.byUsername(username);
  const sessions = await store.sessions.ofPerson(id);
  const profile = showProfile(person, { personId: id, role: 'admin' }, configuration, 'en');
  const [history, done] = [await all({ personId: id }), await all({ actorId: id })];
  const kept = {
    exportedAt: now,
    person: { id, directory, entryId, username, displayName, hiddenAt },
    profile: profile.fields.map(({ key, label, value }) => ({ key, label, value })),
    /** As they are kept, byte for byte. */
    attributes,
    syncedAttributes,
    localValues,
    account: account?.personId === id ? { username: account.username, role: account.role } : null,
    sessions: sessions.map(({ passwordStamp: _, ...session }) => session),
    pendingEdits: await store.outbox.ofPerson(id),
    /** What waits for approval, and what was decided of it. */
    proposals: await store.proposals.ofPerson(id),
    history,
    /** What they did for others, without those people's values. */
    changesForOthers: done.filter(({ personId }) => personId !== id).map(withoutValues),
    syncRuns: await store.personalData.mentions(person),
  };
  return { ...kept, pictures: await picturesIn(JSON.stringify(kept)) };

  async function all(query: Omit<HistoryQuery, 'limit'>): Promise<RecordedChange[]> {
    const lines: RecordedChange[] = [];
    for (let before: number | undefined; ; before = lines.at(-1)?.id) {
      const page = await store.history.list({ ...query, before, limit: linesAtOnce });
      lines.push(...page);
      if (page.length < linesAtOnce) return lines;
    }
  }

  async function picturesIn(text: string) {
    const named = new Set(picturesNamedIn(text));
    const found = await Promise.all(
      [...named].map(async (sha256) => ({ sha256, bytes: await store.pictures.get(sha256) })),
    );
    return found.flatMap(({ sha256, bytes }) =>
      bytes ? [{ sha256, base64: Buffer.from(bytes).toString('base64') }] : [],
    );
  }
}

function withoutValues({ id, at, personId, field, source, reason }: RecordedChange) {
  return { id, at, personId, field, source, reason };
}
