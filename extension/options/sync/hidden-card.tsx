import { useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { HiddenPerson } from '#shared/contract/sync.ts';
import { usePage, useTexts } from '../context.ts';
import { FaultSummary } from '../document/fault-summary.tsx';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import { formatsIn } from './formats.ts';

const step = 20;
const most = 200;

/** S6: people whose entry is gone, and the way back. */
export function HiddenCard() {
  const { background, language, announce } = usePage();
  const texts = useTexts('sync');
  const { moment } = formatsIn(language);
  const [limit, setLimit] = useState(step);
  const { value, problem, reload } = useLoaded(
    () => background.call('listHiddenPeople', { query: { limit } }),
    String(limit),
  );
  const [failed, setFailed] = useState<ProblemDetails>();

  async function show({ id, displayName }: HiddenPerson) {
    const result = await background.call('showHiddenPerson', { params: { id } });
    setFailed(result.ok ? undefined : result.problem);
    if (result.ok) announce(`${displayName}: ${texts.kinds.returned}`);
    await reload();
  }
  return (
    <section class="card" aria-labelledby="hidden-people">
      <h2 id="hidden-people">{texts.hiddenPeople}</h2>
      <p>{texts.hiddenMeaning}</p>
      <FaultSummary problem={failed} faults={[]} />
      {!value && <Placeholder problem={problem} onRetry={reload} />}
      {value?.people.length === 0 && <p class="note">{texts.noHidden}</p>}
      <ul class="rows in-card">
        {value?.people.map((person) => (
          <li key={person.id} class="row">
            <div class="row-main">
              <b>{person.displayName}</b>
              <small>
                {person.username} · {texts.hiddenSince(moment(person.hiddenAt))}
              </small>
            </div>
            <button
              type="button"
              class="button small"
              aria-label={texts.showThis(person.displayName)}
              onClick={() => show(person)}
            >
              {texts.show}
            </button>
          </li>
        ))}
      </ul>
      {value?.next !== undefined && limit < most && (
        <button type="button" class="button small" onClick={() => setLimit(Math.min(most, limit * 3))}>
          {texts.more}
        </button>
      )}
    </section>
  );
}
