import type { Step } from '#shared/contract/diagnosis.ts';
import type { OptionsTexts } from '../../ui/messages/options-texts.ts';

/** What a step saw, in words of our own; undefined where there are none, and the server's are shown. */
export function sightSentence({ saw = '', params = {} }: Step, sights: OptionsTexts['sights']): string | undefined {
  const say: ((params: never) => string) | undefined = Object.hasOwn(sights, saw) ? sights[saw] : undefined;
  return say?.(params as never);
}

/** What was found, and what to do about it, in words of our own; undefined where there are none. */
export function findingOf(
  { rule = '', params = {} }: Pick<Step, 'rule' | 'params'>,
  findings: OptionsTexts['findings'],
) {
  const finding = Object.hasOwn(findings, rule) ? findings[rule] : undefined;
  return typeof finding === 'function' ? finding(params) : finding;
}
