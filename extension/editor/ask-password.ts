import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Result } from '../messages.ts';

/** Asked when a change is written as whoever makes it (W9); undefined for somebody who would rather not say. */
export interface PasswordQuestion {
  readonly isWrong: boolean;
  answer(password: string | undefined): void;
}

const isAboutPassword = ({ rule }: ProblemDetails): boolean => rule === 'passwordRequired' || rule === 'wrongPassword';

/** Makes a change, with a password once the server asks for one; it goes with this call and is kept nowhere. */
export async function withPassword<Value>(
  make: (password?: string) => Promise<Result<Value>>,
  ask: (question: PasswordQuestion) => void,
  refusal: () => ProblemDetails,
): Promise<Result<Value>> {
  let result = await make();
  while (!result.ok && isAboutPassword(result.problem)) {
    const isWrong = result.problem.rule === 'wrongPassword';
    const password = await new Promise<string | undefined>((answer) => ask({ isWrong, answer }));
    if (password === undefined) return { ok: false, problem: refusal() };
    result = await make(password);
  }
  return result;
}
