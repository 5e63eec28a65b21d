import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';

/** What went wrong with a whole call, in the person's language where it is known by kind. */
export function problemSentence({ type, kind, detail }: ProblemDetails, language: Language): string {
  const { problems } = messagesIn(language);
  // What the background itself found out is in the person's language already.
  if ((type === 'about:blank' || language === 'en') && detail) return detail;
  return Object.hasOwn(problems, kind) ? problems[kind as keyof typeof problems] : detail;
}

/** Whether the server may have done what it was asked all the same. */
export function isUncertain({ kind, rule }: ProblemDetails): boolean {
  return rule === 'unknownOutcome' || (kind === 'internal' && rule === undefined);
}
