import { type ProblemDetails, type ProblemKind, problemKinds } from '#shared/contract/problem.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';

/** Problems that arise on the way to the server, in the person's language. */
export function createTrouble(language: Language) {
  const { connection, popup, problems } = messagesIn(language);
  const problem = (kind: ProblemKind, detail: string, status: number = problemKinds[kind].status): ProblemDetails => ({
    type: 'about:blank',
    title: problemKinds[kind].title,
    status,
    kind,
    detail,
  });
  /** The server may have done what it was asked, though nobody heard of it. */
  const unheard = (...parts: Parameters<typeof problem>) => ({ ...problem(...parts), rule: 'unknownOutcome' });
  return {
    /** No answer came at all, or not in time. */
    unreachable(cause: unknown): ProblemDetails {
      const isTimeout = cause instanceof Error && cause.name === 'TimeoutError';
      return unheard('unavailable', isTimeout ? connection.slow : problems.unreachable);
    },
    /** An answer that is not Nameplate's: from a gateway before it, or from a server of another age. */
    unexpected(status: number): ProblemDetails {
      const isGateway = status >= 502 && status <= 504;
      return isGateway
        ? unheard('unavailable', problems.unreachable, status)
        : unheard('internal', problems.internal, status < 400 ? 500 : status);
    },
    noServer: () => problem('unavailable', connection.noServer),
    signedOut: () => problem('unauthenticated', problems.unauthenticated),
    /** By the word with which the server says why. */
    notSignedIn: (word: string | null) => ({
      ...problem('forbidden', word === 'unknownPerson' ? popup.unknownPerson : popup.notSignedIn),
      ...(word && { rule: word }),
    }),
    badAddress: () => problem('invalid', connection.badAddress),
    insecureAddress: () => problem('invalid', connection.insecureAddress),
    serverIsFixed: () => problem('forbidden', popup.serverIsFixed),
    notNameplate: () => problem('unavailable', connection.notNameplate),
  };
}

export type Trouble = ReturnType<typeof createTrouble>;
