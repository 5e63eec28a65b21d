import { managerKey } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { PersonReference } from '#shared/fields/field-kind.ts';
import type { Proposal } from '../store/proposals.ts';
import type { Actor } from './actor.ts';
import { mayDecide } from './approval.ts';
import { kindOfField } from './field-value.ts';
import { findNamedPeople, type NamedPeopleDeps } from './named-people.ts';
import { findValue, surroundingsOf } from './show-profile.ts';

/** Whether the actor may decide on a proposal at this moment; who the manager is, is looked up only where it matters. */
export async function isDecider(
  actor: Actor,
  proposal: Pick<Proposal, 'personId' | 'actorId' | 'field'>,
  configuration: Configuration,
  deps: NamedPeopleDeps,
): Promise<boolean> {
  const field = configuration.fields.find(({ key }) => key === proposal.field);
  if (mayDecide(field, proposal, actor, undefined)) return true;
  if (!field?.approvedBy.includes('manager')) return false;
  return mayDecide(field, proposal, actor, await managerOf(proposal.personId, configuration, deps));
}

async function managerOf(personId: string, configuration: Configuration, deps: NamedPeopleDeps) {
  const field = configuration.fields.find((each) => each.key === managerKey && kindOfField(each).refersToPeople);
  const person = await deps.people.byId(personId);
  if (!field || !person) return undefined;
  // No directory is asked whenever somebody looks: it was when the profile was opened in which the edit was made.
  const named = await findNamedPeople(person, [field], { ...deps, gateway: async () => undefined }, false);
  const { value } = findValue(field, person, surroundingsOf(configuration, person, named));
  return (value as PersonReference | null)?.id ?? undefined;
}
