import { useEffect, useRef } from 'preact/hooks';
import { hasRole } from '#shared/contract/roles.ts';
import type { User } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { problemSentence } from '../../editor/problem-sentence.ts';
import { Icon } from '../../ui/icon.tsx';
import { messagesIn } from '../../ui/messages/messages-in.ts';
import { PlateIcon } from '../../ui/plate-icon.tsx';
import type { Background } from '../background.ts';
import { SessionDialog } from '../session-dialog.tsx';
import { useStatus } from '../use-status.ts';
import { ProposalCard } from './proposal-card.tsx';
import { useProposals } from './use-proposals.ts';

/** W10: the edits that wait for whoever is signed in, to be approved or declined. */
export function ApprovalsPage({ background }: { readonly background: Background }) {
  const status = useStatus(background);
  useEffect(() => {
    if (!status) return;
    document.documentElement.lang = status.language;
    document.title = `${messagesIn(status.language).approvals.title} – Nameplate`;
  }, [status?.language]);
  /** Whoever decides here stays before their work when the session ends, so that no word that they typed is lost. */
  const decider = useRef<User | undefined>(undefined);
  if (!status) return <main aria-busy="true" />;
  decider.current = status.user ?? decider.current;
  const { current: user } = decider;
  if (user) {
    return (
      <>
        <Queue key={user.id} background={background} language={status.language} user={user} />
        {!status.user && <SessionDialog background={background} language={status.language} />}
      </>
    );
  }
  const { people: texts } = messagesIn(status.language);
  return (
    <main class="empty-state">
      <span class="badge">
        <Icon name="lock" />
      </span>
      <h1>{texts.signedOut}</h1>
      <button type="button" class="button primary" onClick={() => void background.openSignIn()}>
        {texts.signIn}
      </button>
    </main>
  );
}

function Queue(props: { readonly background: Background; readonly language: Language; readonly user: User }) {
  const { background, language, user } = props;
  const { approvals: texts, editor } = messagesIn(language);
  const { proposals, total, problem, sentence, load, decide, heading } = useProposals(background, language);
  return (
    <main class="approvals">
      <header>
        <PlateIcon />
        <h1 ref={heading} tabIndex={-1}>
          {texts.title}
        </h1>
        {hasRole(user.role, 'helpdesk') && (
          <a class="button small" href="#find">
            {texts.findPeople}
          </a>
        )}
      </header>
      <p class="soft" aria-live="polite">
        {total !== undefined && texts.waiting(total)}
      </p>
      <p class="note quiet" role="status">
        {sentence}
      </p>
      {problem && (
        <div class="trouble" role="alert">
          <p>{problemSentence(problem, language)}</p>
          <button type="button" class="button small" onClick={() => void load()}>
            {editor.tryAgain}
          </button>
        </div>
      )}
      <ul class="proposals" aria-busy={proposals === undefined && !problem}>
        {proposals?.map((proposal) => (
          <li key={proposal.id}>
            <ProposalCard background={background} language={language} proposal={proposal} onDecide={decide} />
          </li>
        ))}
      </ul>
    </main>
  );
}
