import { useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { SyncRun } from '#shared/contract/sync.ts';
import { usePage, useTexts } from '../context.ts';
import { Trouble } from '../diagnosis/trouble.tsx';
import { FaultSummary } from '../document/fault-summary.tsx';
import { Glyph } from '../glyph.tsx';
import { hrefOf } from '../route.ts';
import { RunningCard } from '../sync/running-card.tsx';

/** The first run over everybody. */
export function SyncStep({ runs, onChange }: { readonly runs: readonly SyncRun[]; onChange(): void }) {
  const { background } = usePage();
  const texts = useTexts('firstSteps');
  const [problem, setProblem] = useState<ProblemDetails>();
  const running = runs.find(({ status }) => status === 'running');
  const [last] = runs;

  async function start() {
    const result = await background.call('startSyncRun', { body: { mode: 'full' } });
    setProblem(result.ok ? undefined : result.problem);
    onChange();
  }
  if (running) return <RunningCard run={running} onChange={onChange} />;
  return (
    <>
      <p>{texts.syncTodo}</p>
      <FaultSummary problem={problem} faults={[]} />
      {last?.directories.map(
        (directory) =>
          directory.problem && (
            <p key={directory.directory} class="note bad">
              <Glyph name="alert" />
              <Trouble problem={directory.problem} />
            </p>
          ),
      )}
      <div class="actions">
        <button type="button" class="button primary" onClick={start}>
          <Glyph name="play" />
          {texts.startSync}
        </button>
        <a href={hrefOf({ view: 'sync' })}>{texts.more.sync}</a>
      </div>
    </>
  );
}
