import { useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { SyncRun } from '#shared/contract/sync.ts';
import { usePage, useTexts } from '../context.ts';
import { FaultSummary } from '../document/fault-summary.tsx';
import { Glyph } from '../glyph.tsx';
import { countNames, formatsIn, total } from './formats.ts';

/** A run as it proceeds, and the way to cancel it. */
export function RunningCard({ run, onChange }: { readonly run: SyncRun; onChange(): void }) {
  const { background, language } = usePage();
  const texts = useTexts('sync');
  const { number, time } = formatsIn(language);
  const [problem, setProblem] = useState<ProblemDetails>();
  const read = total(run, 'read');
  const isKnown = run.directories.every(({ expected }) => expected !== undefined);
  const expected = isKnown ? run.directories.reduce((sum, each) => sum + (each.expected ?? 0), 0) : undefined;

  async function cancel() {
    if (run.isCancelRequested) return;
    const result = await background.call('cancelSyncRun', { params: { id: run.id } });
    setProblem(result.ok ? undefined : result.problem);
    onChange();
  }
  return (
    <section class="card" aria-labelledby="running">
      <div class="card-head">
        <div>
          <h2 id="running">
            {texts.running} {run.dryRun && <span class="tag accent">{texts.isDry}</span>}
          </h2>
          <p>
            {texts.read(number(read), expected ? number(expected) : undefined)}
            {run.perSecond !== undefined && ` · ${texts.rate(number(Math.round(run.perSecond)))}`}
            {run.endsAt && ` · ${texts.ends(time(run.endsAt))}`}
          </p>
        </div>
        <button type="button" class="button" aria-disabled={run.isCancelRequested} onClick={cancel}>
          <Glyph name="stop" />
          {run.isCancelRequested ? texts.cancelling : texts.cancel}
        </button>
      </div>
      <FaultSummary problem={problem} faults={[]} />
      <progress
        class="progress"
        aria-labelledby="running"
        {...(expected ? { max: expected, value: Math.min(read, expected) } : {})}
      />
      <dl class="counts">
        {countNames
          .filter((name) => name !== 'read' && total(run, name) > 0)
          .map((name) => (
            <div key={name}>
              <dt>{texts.counts[name]}</dt>
              <dd>{number(total(run, name))}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
