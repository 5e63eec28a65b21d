import type { Outcome, ProfileField, Saved } from '#shared/contract/profile.ts';
import type { Catalogue } from '../ui/messages/catalogue.ts';
import { brokenRule, type Draft, entryOf } from './draft.ts';

/** The fields that cannot be saved before the person does something about them, in their order. */
export function fieldsInNeed(draft: Draft): ProfileField[] {
  return draft.profile.fields.filter((field) => {
    const { isLeft, outcome } = entryOf(draft, field);
    if (outcome?.status === 'conflict' || outcome?.status === 'refused') return true;
    return isLeft && brokenRule(draft, field) !== undefined;
  });
}

/** What became of a save, for those who cannot see the form. */
export function outcomeSentence({ outcomes }: Saved, texts: Catalogue['editor']): string {
  const count = (...statuses: Outcome['status'][]) =>
    Object.values(outcomes).filter(({ status }) => statuses.includes(status)).length;
  const saved = count('saved', 'unchanged');
  const pending = count('pending');
  const proposed = count('proposed');
  const sentences = [
    saved > 0 && texts.savedCount(saved),
    pending > 0 && texts.pendingCount(pending),
    proposed > 0 && texts.proposedCount(proposed),
  ];
  return sentences.filter(Boolean).join(' ');
}
