import type { Fault } from '#shared/contract/problem.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { optionsTexts } from '../../ui/messages/options-texts.ts';

/** `fields[2].label.de` as the names of controls are written: `fields.2.label.de`. */
export function placeOf({ field = '' }: Fault): string {
  return field.replaceAll(/\["([^"]*)"\]|\[(\d+)\]/gu, (_, name, index) => `.${name ?? index}`).replace(/^\./u, '');
}

/** What is wrong with a value, in the person's language where the rule or the member is known. */
export function faultSentence(fault: Fault, language: Language): string {
  const { rules, members } = optionsTexts(language).faults;
  const { rule = '', detail } = fault;
  const byRule = own(rules, rule);
  if (byRule !== undefined) return byRule;
  const place = placeOf(fault)
    .split('.')
    .filter((part) => !/^\d+$/u.test(part));
  // What the server says of one value is finer than what is known of the member; it says it in English.
  const byMember = language === 'en' ? undefined : own(members, place.at(-1) ?? '');
  return byMember ?? asSentence(detail, own(members, place.at(-1) ?? ''));
}

/** The server words a fault as the end of a sentence that begins with its place: "is no DN". */
function asSentence(detail: string, byMember: string | undefined): string {
  if (/^(?:Invalid input|Too (?:small|big))/u.test(detail)) return byMember ?? `${detail}.`;
  const sentence = /^is |^has |^must |^needs |^does |^names |^lists |^goes |^cannot |^never |^says /u.test(detail)
    ? `This ${detail}`
    : detail.charAt(0).toUpperCase() + detail.slice(1);
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
}

function own(record: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
