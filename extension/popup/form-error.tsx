import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';

/** A problem in the person's language: the server speaks English, our own background speaks theirs. */
export function sentenceFor(problem: ProblemDetails, language: Language): string {
  const { problems } = messagesIn(language);
  const isOurs = problem.type === 'about:blank';
  return isOurs || language === 'en'
    ? problem.detail
    : (problems[problem.kind as keyof typeof problems] ?? problem.detail);
}

/** Why somebody was not signed in. */
export function signInSentence(problem: ProblemDetails, language: Language): string {
  const { popup } = messagesIn(language);
  if (problem.kind === 'unauthenticated') return popup.wrongCredentials;
  if (problem.rule === 'unknownPerson') return popup.unknownPerson;
  if (problem.rule === 'attempts') return popup.attempts(Number(problem.params?.minutes ?? 1));
  return sentenceFor(problem, language);
}

/** Why a form was not accepted. It is there from the start, so that screen readers say what appears in it. */
export function FormError({ id, children }: { readonly id: string; readonly children: string | undefined }) {
  return (
    <p class="error" id={id} role="alert">
      {children}
    </p>
  );
}
