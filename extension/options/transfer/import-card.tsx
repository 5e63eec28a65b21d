import { useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { useGuard, usePage, useTexts } from '../context.ts';
import { changeSentence } from '../document/change-sentence.ts';
import { FaultSummary } from '../document/fault-summary.tsx';
import { type Change, whatChanged } from '../document/what-changed.ts';
import { FilePicker } from '../form/file-picker.tsx';
import { useFaults } from '../form/use-faults.ts';
import { Glyph } from '../glyph.tsx';
import { type ConfigurationFile, readFile } from './read-file.ts';

interface Chosen {
  readonly name: string;
  readonly file: ConfigurationFile;
  readonly changes: readonly Change[];
  /** What is in force, and was compared. */
  readonly revision: string;
}

/** Replaces the configuration by a file, after it was shown what that changes. */
export function ImportCard() {
  const { background, announce } = usePage();
  const texts = useTexts('transfer');
  const form = useTexts('form');
  const [chosen, setChosen] = useState<Chosen>();
  const [complaint, setComplaint] = useState('');
  const [problem, setProblem] = useState<ProblemDetails>();
  const [isBusy, setBusy] = useState(false);
  const { list } = useFaults(problem?.faults ?? [], nameOf);
  useGuard(chosen !== undefined && chosen.changes.length > 0);

  async function choose(text: string, name: string) {
    setProblem(undefined);
    setChosen(undefined);
    const read = readFile(text);
    if ('fault' in read) return setComplaint(texts[read.fault]);
    const now = await background.call('exportConfiguration', {});
    if (!now.ok) return setProblem(now.problem);
    const changes = whatChanged(now.value, read.file);
    setComplaint(changes.length === 0 ? texts.nothing(name) : '');
    setChosen({ name, file: read.file, changes, revision: now.revision ?? '' });
  }
  async function apply({ file, revision }: Chosen) {
    if (isBusy) return;
    setBusy(true);
    const body = file as unknown as Parameters<typeof background.call<'importConfiguration'>>[1]['body'];
    const result = await background.call('importConfiguration', { body, revision });
    setBusy(false);
    setProblem(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    setChosen(undefined);
    setComplaint(texts.applied);
    announce(texts.applied);
  }
  function nameOf(place: string): string {
    const [part = '', ...rest] = place.split('.');
    const name = Object.hasOwn(texts.parts, part) ? texts.parts[part as keyof typeof texts.parts] : part;
    return [name, ...rest].join(' › ');
  }
  return (
    <section class="card">
      <h2>{texts.import}</h2>
      <p>{texts.importMeaning}</p>
      <div class="actions card-actions">
        <FilePicker label={texts.choose} accept=".json,application/json" isLarge onText={choose} />
      </div>
      <p class="note" role="status">
        {complaint}
      </p>
      <FaultSummary problem={problem} faults={list} />
      {chosen && chosen.changes.length > 0 && (
        <section class="notice" aria-labelledby="import-changes">
          <Glyph name="alert" />
          <div>
            <h3 id="import-changes">{texts.changes(chosen.name)}</h3>
            <ul>
              {chosen.changes.map((change) => (
                <li key={change.path.join('.')}>{changeSentence(change, nameOf(change.path.join('.')), form)}</li>
              ))}
            </ul>
          </div>
          <div class="actions">
            <button type="button" class="button primary" aria-disabled={isBusy} onClick={() => apply(chosen)}>
              {texts.apply}
            </button>
            <button type="button" class="button quiet" onClick={() => setChosen(undefined)}>
              {form.cancel}
            </button>
          </div>
        </section>
      )}
    </section>
  );
}
