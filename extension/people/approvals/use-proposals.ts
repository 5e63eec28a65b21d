import { useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Decision, OpenProposal, OpenProposals } from '#shared/contract/proposals.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { problemSentence } from '../../editor/problem-sentence.ts';
import { messagesIn } from '../../ui/messages/messages-in.ts';
import type { Background } from '../background.ts';

export type Decide = (proposal: OpenProposal, decision: Decision['decision'], word: string) => Promise<void>;

/** What waits, and how it is decided; what became of the last decision is a sentence. */
export function useProposals(background: Background, language: Language) {
  const [open, setOpen] = useState<OpenProposals>();
  const [problem, setProblem] = useState<ProblemDetails>();
  const [sentence, setSentence] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const { approvals: texts, editor } = messagesIn(language);

  async function load(): Promise<void> {
    const result = await background.getProposals();
    setProblem(result.ok ? undefined : result.problem);
    if (result.ok) setOpen(result.value);
  }

  const decide: Decide = async (proposal, decision, word) => {
    const { id, person, field } = proposal;
    const result = await background.decideProposal({ proposalId: id, decision, ...(word && { word }) });
    const known: Readonly<Record<string, string>> = editor.rules;
    if (result.ok) setSentence(texts.outcomes[result.value.state](person.displayName, field.label));
    else setSentence(known[result.problem.rule ?? ''] ?? problemSentence(result.problem, language));
    // Whoever decided before the answer came decides on what is there now.
    if (result.ok || result.problem.kind === 'conflict' || result.problem.kind === 'notFound') {
      heading.current?.focus();
      await load();
    }
  };

  useEffect(() => {
    void load();
    const listening = new AbortController();
    window.addEventListener('focus', () => void load(), listening);
    return () => listening.abort();
  }, [background, language]);

  const { proposals } = open ?? {};
  return { proposals, total: open?.total ?? proposals?.length, problem, sentence, load, decide, heading };
}
