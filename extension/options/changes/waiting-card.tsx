import type { OutboxItem } from '#shared/contract/outbox.ts';
import type { Fault } from '#shared/contract/problem.ts';
import { messagesIn } from '../../ui/messages/messages-in.ts';
import { usePage, useTexts } from '../context.ts';
import { formatsIn } from '../sync/formats.ts';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';

const looks = { pending: 'tag caution', conflict: 'tag bad', refused: 'tag bad' } as const;

/** W6: edits that were accepted and are not in their directory yet: whose, since when, and why. */
export function WaitingCard() {
  const { background } = usePage();
  const texts = useTexts('changes');
  const { value, problem, reload } = useLoaded(() => background.call('getOutbox', {}));
  return (
    <section class="card">
      <h2>{texts.waiting}</h2>
      <p>{texts.waitingMeaning}</p>
      {!value && <Placeholder problem={problem} onRetry={reload} />}
      {value?.edits.length === 0 && <p class="note">{texts.nothingWaits}</p>}
      <ul class="rows in-card">
        {value?.edits.map((item) => (
          <Waiting key={item.id} item={item} />
        ))}
      </ul>
      {value && value.total > value.edits.length && (
        <p class="note">{texts.firstOf(value.edits.length, value.total)}</p>
      )}
    </section>
  );
}

function Waiting({ item }: { readonly item: OutboxItem }) {
  const { language } = usePage();
  const texts = useTexts('changes');
  const { moment } = formatsIn(language);
  const { person, field, state, since, attempts, nextAttempt, problem } = item;
  return (
    <li class="row">
      <div class="row-main">
        <b>{person.displayName}</b> <code>{field}</code>
        <small>
          {texts.since(moment(since))}
          {attempts > 0 && ` · ${texts.attempts(attempts)}`}
          {nextAttempt && ` · ${texts.again(moment(nextAttempt))}`}
        </small>
        {problem && <Refusal problem={problem} />}
      </div>
      <span class={looks[state]}>{texts.states[state]}</span>
    </li>
  );
}

/** In the words that the person has for it, too. */
function Refusal({ problem: { rule = '', detail } }: { readonly problem: Fault }) {
  const { language } = usePage();
  const { rules }: { readonly rules: Readonly<Record<string, string>> } = messagesIn(language).editor;
  const own = language !== 'en' && Object.hasOwn(rules, rule) ? rules[rule] : undefined;
  return <small lang={own === undefined ? 'en' : undefined}>{own ?? detail}</small>;
}
