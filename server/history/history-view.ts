import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { AdminChange, AdminHistory, Change, History, HistoryFilters } from '#shared/contract/history.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { textIn } from '#shared/fields/localized.ts';
import { Problem } from '../problem.ts';
import { type Actor, demandOwn, isVisible } from '../profiles/actor.ts';
import { whyNotUndone } from '../profiles/plan-undo.ts';
import type { HistoryQuery, History as HistoryStore, RecordedChange } from '../store/history.ts';
import type { People, Person } from '../store/store.ts';
import { writeCSV } from './csv.ts';

export interface HistoryViewDeps {
  readonly history: HistoryStore;
  readonly people: Pick<People, 'byId'>;
  configuration(): Promise<Configuration>;
}

export interface Page {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** What happened to profiles, for those who may know it. */
export interface HistoryView {
  /** Of one person: their own, or anybody's for helpdesk; the fields alone that the actor may see. */
  of(
    actor: Actor,
    personId: string,
    query: Page & { field?: string | undefined },
    language: Language,
  ): Promise<History>;
  /** Over all people, without the fields that even an admin may not see. */
  all(actor: Actor, filters: HistoryFilters & Page, language: Language): Promise<AdminHistory>;
  /** All that the filters let through; throws where that is more than a hundred thousand changes, never a part of it. */
  asCSV(actor: Actor, filters: HistoryFilters, language: Language): Promise<string>;
}

const [usualLimit, mostExported, exportedAtOnce] = [25, 100_000, 1000];

export function createHistoryView({ history, people, configuration }: HistoryViewDeps): HistoryView {
  /** Names are looked up, not kept: who was erased has none. */
  function createNames() {
    const known = new Map<string, Promise<Person | undefined>>();
    return async (id: string | null) => {
      if (id === null) return null;
      const person = await (known.get(id) ?? known.set(id, people.byId(id)).get(id));
      return { id, displayName: person?.displayName ?? '' };
    };
  }

  async function read(query: HistoryQuery) {
    const found = await history.list({ ...query, limit: query.limit + 1 });
    const last = found[query.limit - 1];
    return { found: found.slice(0, query.limit), next: found.length > query.limit ? last?.id : undefined };
  }

  async function show(
    recorded: RecordedChange,
    fields: readonly FieldDefinition[],
    language: Language,
    nameOf: ReturnType<typeof createNames>,
  ): Promise<Omit<Change, 'undoable'>> {
    const { id, at, field, actorId, source, reason, from, to, undoes, approverId } = recorded;
    const definition = fields.find(({ key }) => key === field);
    const approvedBy = await nameOf(approverId ?? null);
    return {
      id: String(id),
      at: at.toISOString(),
      field,
      label: definition?.label ? textIn(language, definition.label) : field,
      ...(definition && { type: definition.type }),
      actor: await nameOf(actorId),
      source,
      ...(approvedBy && { approvedBy }),
      ...(reason !== null && { reason }),
      from,
      to,
      ...(undoes !== null && { undoes: String(undoes) }),
    };
  }

  async function showForAdmin(
    actor: Actor,
    found: readonly RecordedChange[],
    fields: readonly FieldDefinition[],
    language: Language,
    nameOf: ReturnType<typeof createNames>,
  ): Promise<AdminChange[]> {
    const visible = found.filter((recorded) => {
      const definition = fields.find(({ key }) => key === recorded.field);
      return !definition || isVisible(definition, actor, recorded.personId);
    });
    return Promise.all(
      visible.map(async (recorded) => ({
        ...(await show(recorded, fields, language, nameOf)),
        person: await nameOf(recorded.personId),
      })),
    );
  }

  return {
    async of(actor, personId, { field, limit, cursor }, language) {
      demandOwn(actor, personId, 'history');
      const [person, { fields, settings }] = await Promise.all([people.byId(personId), configuration()]);
      if (!person) throw new Problem('notFound', 'There is no such person.');
      const visible = fields.filter((each) => isVisible(each, actor, personId) && (!field || each.key === field));
      const keys = visible.map(({ key }) => key);
      const { found, next } = await read({ personId, fields: keys, ...pageOf({ limit, cursor }) });
      const nameOf = createNames();
      const changes = found.map(async (recorded): Promise<Change> => {
        const definition = visible.find(({ key }) => key === recorded.field);
        const undoable = definition !== undefined && !whyNotUndone(recorded, definition, person, actor, settings);
        return { ...(await show(recorded, fields, language, nameOf)), undoable };
      });
      return { changes: await Promise.all(changes), ...(next !== undefined && { next: String(next) }) };
    },

    async all(actor, { limit, cursor, ...filters }, language) {
      const { fields } = await configuration();
      const { found, next } = await read({ ...queryOf(filters), ...pageOf({ limit, cursor }) });
      const changes = await showForAdmin(actor, found, fields, language, createNames());
      return { changes, ...(next !== undefined && { next: String(next) }) };
    },

    async asCSV(actor, filters, language) {
      const { fields } = await configuration();
      const nameOf = createNames();
      const changes: AdminChange[] = [];
      let before: number | undefined;
      do {
        const { found, next } = await read({ ...queryOf(filters), before, limit: exportedAtOnce });
        changes.push(...(await showForAdmin(actor, found, fields, language, nameOf)));
        before = next;
      } while (before !== undefined && changes.length < mostExported);
      if (before !== undefined) {
        const sentence = `These are more than ${mostExported.toLocaleString('en')} changes. Choose fewer, such as those of some days.`;
        throw new Problem('invalid', sentence, { rule: 'tooManyChanges' });
      }
      return writeCSV(changes);
    },
  };
}

function pageOf({ limit = usualLimit, cursor }: Page) {
  return { limit, before: cursor === undefined ? undefined : Number(cursor) };
}

function queryOf({ person, actor, field, source, since, until }: HistoryFilters): Omit<HistoryQuery, 'limit'> {
  return {
    personId: person,
    actorId: actor,
    fields: field === undefined ? undefined : [field],
    source,
    since: since === undefined ? undefined : new Date(since),
    until: until === undefined ? undefined : new Date(until),
  };
}
