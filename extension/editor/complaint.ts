import type { ProfileField } from '#shared/contract/profile.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';
import { brokenRule, type Draft, entryOf } from './draft.ts';
import { faultSentence, ruleSentence } from './problem-sentence.ts';

/** What stands under a field that cannot be saved as it is; nothing before the person has left it once. */
export function complaintOf(draft: Draft, field: ProfileField, language: Language): string | undefined {
  const { isLeft, outcome } = entryOf(draft, field);
  const broken = isLeft ? brokenRule(draft, field) : undefined;
  if (broken) return ruleSentence(field, broken, language);
  if (outcome?.status !== 'refused') return undefined;
  const { refused } = messagesIn(language).editor;
  return outcome.problem ? `${refused} ${faultSentence(field, outcome.problem, language)}` : refused;
}
