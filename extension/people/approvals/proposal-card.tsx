import { useMemo, useRef, useState } from 'preact/hooks';
import type { ProfileField } from '#shared/contract/profile.ts';
import type { Decision, OpenProposal } from '#shared/contract/proposals.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { ComparedValue } from '../../editor/compared-values.tsx';
import { ShowingContext } from '../../editor/context.ts';
import { createFieldServices } from '../../editor/field-services.ts';
import { FieldValue } from '../../editor/field-value.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { messagesIn } from '../../ui/messages/messages-in.ts';
import type { Background } from '../background.ts';
import type { Decide } from './use-proposals.ts';

/** Who wants to change what, the values side by side, and the decision. */
export function ProposalCard(props: {
  readonly background: Background;
  readonly language: Language;
  readonly proposal: OpenProposal;
  readonly onDecide: Decide;
}) {
  const { background, language, proposal, onDecide } = props;
  const { id, person, by, since, reason, from, to, current } = proposal;
  const { approvals: texts, editor } = messagesIn(language);
  const [word, setWord] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const showing = useMemo(
    () => ({
      language,
      services: createFieldServices(
        { loadPicture: background.loadPicture, findPeople: (words) => background.searchPeople({ words }) },
        () => ({ id: person.id, directory: null }),
      ),
    }),
    [background, language, person.id],
  );
  const field: ProfileField = { ...proposal.field, section: '', required: false, value: from, editable: false };
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(since));
  const isOvertaken = current !== undefined;

  async function decide(decision: Decision['decision']) {
    if (isBusy) return;
    const said = word.trim();
    if (decision === 'decline' && said === '') {
      setMissing(true);
      input.current?.focus();
      return;
    }
    setBusy(true);
    await onDecide(proposal, decision, said);
    setBusy(false);
  }

  return (
    <ShowingContext.Provider value={showing}>
      <article class="proposal-card" aria-labelledby={`who-${id} what-${id}`}>
        <header>
          <Avatar name={person.displayName} />
          <div class="line">
            <h2 id={`who-${id}`}>
              <bdi>{person.displayName}</bdi>
            </h2>
            <small>
              <bdi>{person.username}</bdi>
              <span aria-hidden="true"> · </span>
              <bdi>
                <time dateTime={since}>{moment}</time>
              </bdi>
              {by.id !== person.id && (
                <>
                  <span aria-hidden="true"> · </span>
                  <bdi>{texts.enteredBy(by.displayName)}</bdi>
                </>
              )}
            </small>
          </div>
        </header>
        {reason && <p class="note quiet">{editor.because(reason)}</p>}
        <p class="label" id={`what-${id}`}>
          {field.label}
        </p>
        <div class="sides">
          <div class="side">
            <p class="whose">{editor.before}</p>
            <ComparedValue field={field} value={from} other={to} />
          </div>
          <div class="side">
            <p class="whose">{texts.wanted}</p>
            <ComparedValue field={field} value={to} other={from} />
          </div>
        </div>
        {isOvertaken && (
          <div class="overtaken">
            <p class="note caution">
              <Icon name="alert" />
              {texts.overtaken}
            </p>
            <FieldValue field={field} value={current} />
          </div>
        )}
        <label class="label" for={`word-${id}`}>
          {texts.word}
        </label>
        <input
          ref={input}
          id={`word-${id}`}
          class="control"
          maxLength={1000}
          autocomplete="off"
          value={word}
          aria-invalid={isMissing}
          aria-describedby={`word-help-${id}`}
          onInput={({ currentTarget }) => {
            setWord(currentTarget.value);
            setMissing(false);
          }}
        />
        <p class={isMissing ? 'note bad' : 'note quiet'} id={`word-help-${id}`}>
          {isMissing ? texts.wordMissing : texts.wordHelp}
        </p>
        <div class="choices">
          {(['approve', 'decline'] as const).map((decision) => (
            <button
              key={decision}
              type="button"
              class={decision === 'approve' ? 'button primary' : 'button'}
              aria-disabled={isBusy}
              aria-describedby={`who-${id} what-${id}`}
              onClick={() => void decide(decision)}
            >
              {texts[decision]}
            </button>
          ))}
        </div>
      </article>
    </ShowingContext.Provider>
  );
}
