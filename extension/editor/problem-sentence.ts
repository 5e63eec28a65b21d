import type { Fault, ProblemDetails } from '#shared/contract/problem.ts';
import type { ProfileField } from '#shared/contract/profile.ts';
import type { BrokenRule, Language, RuleSentences } from '#shared/fields/field-kind.ts';
import { kindOf } from '#shared/fields/kinds.ts';
import type { Catalogue } from '../ui/messages/catalogue.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';

type Sentences = Readonly<Record<string, string>>;

/** Why a value is not accepted, in the words of its type. */
export function ruleSentence({ type }: ProfileField, { rule, params = {} }: BrokenRule, language: Language): string {
  const ofType: RuleSentences = kindOf(type)?.sentences[language] ?? {};
  const { rules } = messagesIn(language).editor;
  return own(ofType, rule)?.(params) ?? own<string>(rules, rule) ?? rule;
}

/** Why a field was not saved: a rule of its type where the server checked it, else what the directory answered. */
export function faultSentence(field: ProfileField, fault: Fault, language: Language): string {
  const { rule, params, detail } = fault;
  const { rules }: { readonly rules: Sentences } = messagesIn(language).editor;
  if (rule === undefined) return detail;
  const isOfType = Object.hasOwn(kindOf(field.type)?.sentences[language] ?? {}, rule);
  if (isOfType && params) return ruleSentence(field, { rule, params }, language);
  return own(rules, rule) ?? detail;
}

/** What went wrong with a whole call, in the person's language where it is known by kind. */
export function problemSentence({ type, kind, rule, detail, params }: ProblemDetails, language: Language): string {
  const { problems, editor } = messagesIn(language);
  // What the background itself found out is in the person's language already.
  if (type === 'about:blank' && detail) return detail;
  if (kind === 'unavailable' && typeof params?.directory === 'string') {
    return editor.directoryUnavailable(params.directory);
  }
  const ruled = rule === undefined ? undefined : sentenceOfRule(kind, rule, editor);
  if (ruled) return ruled;
  return (language === 'en' && detail) || (own<string>(problems, kind) ?? detail);
}

/** Where the rule says more than the kind; of a field that one may not edit, `notPermitted` is not what the directory said. */
function sentenceOfRule(kind: string, rule: string, { rules, reasons }: Catalogue['editor']): string | undefined {
  if (kind === 'forbidden' && rule === 'notPermitted') return `${reasons.notPermitted}.`;
  const isRuled = ['forbidden', 'conflict', 'notFound', 'refused', 'invalid'].includes(kind);
  return isRuled ? own<string>(rules, rule) : undefined;
}

/**
 * What is certain after a save that came to nothing: that nothing was saved, but where the answer got lost on its way or
 * the server itself stumbled.
 */
export function certainty({ kind, rule }: ProblemDetails, language: Language): string {
  const { nothingSaved, perhapsSaved } = messagesIn(language).editor;
  const isUncertain =
    rule === 'unknownOutcome' || rule === 'savedUnread' || (kind === 'internal' && rule === undefined);
  return isUncertain ? perhapsSaved : nothingSaved;
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
