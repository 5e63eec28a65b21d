import { useState } from 'preact/hooks';
import type { ShownDirectory } from '#shared/contract/admin.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { SyncMode } from '#shared/contract/sync.ts';
import { usePage, useTexts } from '../context.ts';
import { FaultSummary } from '../document/fault-summary.tsx';
import { ChoiceField } from '../form/choices.tsx';
import { SelectField } from '../form/controls.tsx';
import { SwitchField } from '../form/switch-field.tsx';
import { Glyph } from '../glyph.tsx';
import { hrefOf } from '../route.ts';
import { rhythmInWords } from '../settings/rhythm.ts';
import { useLoaded } from '../view/use-loaded.ts';
import { formatsIn } from './formats.ts';

const modes = ['incremental', 'full'] as const;

/** Starts a run, and says when the next one starts by itself. */
export function StartCard(props: { readonly directories: readonly ShownDirectory[]; onStart(): void }) {
  const { directories, onStart } = props;
  const { background, language } = usePage();
  const texts = useTexts('sync');
  const settings = useTexts('settings');
  const schedule = useLoaded(() => background.call('getSchedule', { query: {} }));
  const [mode, setMode] = useState<SyncMode>('incremental');
  const [directory, setDirectory] = useState('');
  const [dryRun, setDryRun] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDetails>();

  async function start() {
    if (isBusy) return;
    setBusy(true);
    const body = { mode, ...(directory && { directory }), ...(dryRun && { dryRun }) };
    const result = await background.call('startSyncRun', { body });
    setBusy(false);
    setProblem(result.ok ? undefined : result.problem);
    onStart();
  }
  const { cron, timeZone, next: [next] = [] } = schedule.value ?? {};
  return (
    <section class="card">
      <h2>{texts.start}</h2>
      {cron !== undefined && timeZone !== undefined && (
        <p>
          {settings.runs(rhythmInWords(cron, settings), timeZone)}{' '}
          {next && texts.next(formatsIn(language).moment(next))}{' '}
          <a href={hrefOf({ view: 'settings' })}>{texts.changeSchedule}</a>
        </p>
      )}
      <FaultSummary problem={problem} faults={[]} />
      <div class="form-grid">
        <ChoiceField
          name="mode"
          label={texts.mode}
          value={mode}
          options={modes.map((value) => ({ value, label: texts.modes[value][0], meaning: texts.modes[value][1] }))}
          onChange={(next) => setMode(next)}
        />
        {directories.length > 1 && (
          <SelectField
            name="directory"
            label={texts.directory}
            value={directory}
            options={[['', texts.everyDirectory], ...directories.map(({ key, name }) => [key, name ?? key] as const)]}
            onChange={setDirectory}
          />
        )}
        <SwitchField name="dryRun" label={texts.dryRun} value={dryRun} onChange={setDryRun} />
      </div>
      <div class="actions card-actions">
        <button type="button" class="button primary" aria-disabled={isBusy} onClick={start}>
          <Glyph name="play" />
          {dryRun ? texts.startDry : texts.startNow}
        </button>
      </div>
    </section>
  );
}
