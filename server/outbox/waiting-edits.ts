import type { Configuration } from '#shared/contract/configuration.ts';
import type { OutboxItem, OwnEdits } from '#shared/contract/outbox.ts';
import { hasRole } from '#shared/contract/roles.ts';
import { Problem } from '../problem.ts';
import { type Actor, isVisible } from '../profiles/actor.ts';
import { isUndelivered, unsettled } from '../profiles/show-edit.ts';
import type { Edit, Outbox } from '../store/outbox.ts';
import type { People } from '../store/store.ts';

export interface WaitingEditsDeps {
  readonly outbox: Outbox;
  readonly people: Pick<People, 'byId'>;
  configuration(): Promise<Configuration>;
  now(): Date;
}

/** The edits that are not at their end, for those who may know of them. */
export interface WaitingEdits {
  ownOf(actor: Actor): Promise<Pick<OwnEdits, 'edits'>>;
  all(): Promise<{ edits: OutboxItem[]; total: number }>;
  /** Takes an edit back: the person whose profile it is may, whoever made it, and an admin. */
  withdraw(actor: Actor, id: string): Promise<void>;
}

const mostShown = 500;

export function createWaitingEdits({ outbox, people, configuration, now }: WaitingEditsDeps): WaitingEdits {
  async function itemOf(edit: Edit): Promise<OutboxItem> {
    const { personId, directory, field, attempts, nextAttemptAt } = edit;
    const person = await people.byId(personId);
    const { value: _, ...shown } = unsettled(edit);
    return {
      ...shown,
      directory,
      person: { id: personId, username: person?.username ?? '', displayName: person?.displayName ?? '' },
      field,
      attempts,
      nextAttempt: isUndelivered(edit) ? nextAttemptAt.toISOString() : null,
    };
  }

  return {
    async ownOf(actor) {
      const [edits, { fields }] = await Promise.all([outbox.ofPerson(actor.personId), configuration()]);
      const visible = fields.filter((field) => isVisible(field, actor, actor.personId)).map(({ key }) => key);
      const latest = edits.filter(
        ({ field }, at) => visible.includes(field) && edits.findLastIndex((each) => each.field === field) === at,
      );
      return { edits: latest.map((edit) => ({ ...unsettled(edit), field: edit.field })) };
    },

    async all() {
      const [edits, total] = await Promise.all([outbox.list(mostShown), outbox.count()]);
      return { edits: await Promise.all(edits.map(itemOf)), total };
    },

    async withdraw(actor, id) {
      const edit = await outbox.byId(Number(id));
      const isTheirs =
        edit?.personId === actor.personId || edit?.actorId === actor.personId || hasRole(actor.role, 'admin');
      if (!edit || !isTheirs) throw notThere();
      const { directories } = await configuration();
      const isRemoved = !directories.some(({ key }) => key === edit.directory);
      const withdrawal = await outbox.withdraw(edit.id, now(), isRemoved);
      if (withdrawal === 'notFound') throw notThere();
      if (withdrawal === 'withdrawn') return;
      const sentence = 'This edit is on its way to the directory, and may be there already. Look again in a moment.';
      throw new Problem('conflict', sentence, { field: edit.field, rule: 'onItsWay' });
    },
  };
}

function notThere(): Problem {
  return new Problem('notFound', 'There is no such edit, or it has reached its end.', { rule: 'noSuchEdit' });
}
