import type { Result } from '../messages.ts';
import type { Catalogue } from '../ui/messages/catalogue.ts';
import { answerOf, covered, ours } from './answer-of.ts';
import { type PasswordQuestion, withPassword } from './ask-password.ts';
import type { Sight } from './sight.ts';

export interface ChangingDeps {
  readonly sight: Sight;
  texts(): Catalogue['editor'];
  /** The question that is before the person. */
  question(): PasswordQuestion | undefined;
  ask(question: PasswordQuestion | undefined): void;
}

/** What has to be so before a change is made in a person's name. */
export function createChanging({ sight, texts, question, ask }: ChangingDeps) {
  /** X3: by a press on what the person sees. */
  const ifSeen = <Value>(change: () => Promise<Result<Value>>): Promise<Result<Value>> => {
    const make = async () => ((await sight.isClear()) ? change() : covered(texts().covered));
    return answerOf(make());
  };

  /** Each question is answered once; a dialog that goes says nothing to a later one. */
  function askOnce(wanted: PasswordQuestion): void {
    const asked: PasswordQuestion = {
      ...wanted,
      answer(password) {
        if (question() !== asked) return;
        ask(undefined);
        wanted.answer(password);
      },
    };
    ask(asked);
  }

  /** The same, written as the person where the server asks for that (W9). */
  const asPerson = <Value>(change: (password?: string) => Promise<Result<Value>>): Promise<Result<Value>> =>
    withPassword(
      (password) => ifSeen(() => change(password)),
      askOnce,
      () => ours(texts().passwordMissing),
    );

  return { ifSeen, asPerson };
}
