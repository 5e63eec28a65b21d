import type { ProfileField } from '#shared/contract/profile.ts';
import type { ProposalState } from '#shared/contract/proposals.ts';
import { Icon } from '../ui/icon.tsx';
import { useEditor, useLanguage, useTexts } from './context.ts';
import { FieldValue } from './field-value.tsx';
import { faultSentence } from './problem-sentence.ts';

const looks: Readonly<Record<ProposalState, readonly [icon: 'clock' | 'check' | 'alert', tone: string]>> = {
  open: ['clock', 'caution'],
  approved: ['check', 'good'],
  declined: ['alert', 'bad'],
  overtaken: ['alert', 'caution'],
  refused: ['alert', 'bad'],
};

/** W10: what was entered before and waits for approval, or what was decided; its owner can take it back, or note of it. */
export function ProposalNote({ field }: { readonly field: ProfileField }) {
  const editor = useEditor();
  const language = useLanguage();
  const texts = useTexts();
  const { key, proposal } = field;
  if (!proposal) return null;
  const { state, by, isOwn, decidedBy, word, problem, value } = proposal;
  const [icon, tone] = looks[state];
  const decider = decidedBy?.displayName || texts.bySomebody;
  const isOpen = state === 'open';
  const sentence = isOpen && !isOwn ? texts.proposedBy(by.displayName) : texts.proposals[state](decider);
  return (
    <div class="proposal">
      <p class={`note ${tone}`}>
        <Icon name={icon} />
        {sentence}
      </p>
      {state !== 'approved' && <FieldValue field={field} value={value} />}
      {word && (
        <p class="note quiet">
          <bdi>{texts.said(word)}</bdi>
        </p>
      )}
      {state === 'refused' && problem && <p class="note quiet">{faultSentence(field, problem, language)}</p>}
      {isOwn && (
        <button
          type="button"
          class="link-button"
          aria-describedby={`label-${key}`}
          onClick={() => void editor.withdrawProposal(key)}
        >
          {isOpen ? texts.withdraw : texts.takeNote}
        </button>
      )}
    </div>
  );
}
