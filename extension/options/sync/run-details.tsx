import { useEffect } from 'preact/hooks';
import type { DirectoryRun } from '#shared/contract/sync.ts';
import { usePage, useTexts } from '../context.ts';
import { Trouble } from '../diagnosis/trouble.tsx';
import { Glyph } from '../glyph.tsx';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import { ViewHead } from '../view/view-head.tsx';
import { countNames, formatsIn } from './formats.ts';
import { ChangesCard, FailuresCard } from './run-people.tsx';
import { RunningCard } from './running-card.tsx';
import { StatusTag } from './status-tag.tsx';

/** One run: what it sent to each directory, what it found, what it changed and whom it failed on. */
export function RunDetails({ id }: { readonly id: string }) {
  const { background, language } = usePage();
  const texts = useTexts('sync');
  const { value: run, problem, reload } = useLoaded(() => background.call('getSyncRun', { params: { id } }), id);
  const isRunning = run?.status === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => void reload(), 1000);
    return () => clearTimeout(timer);
  }, [isRunning, run, problem]);
  return (
    <>
      <ViewHead
        title={run ? texts.runOf(formatsIn(language).moment(run.startedAt)) : texts.run}
        back={{ view: 'sync' }}
      />
      {!run && <Placeholder problem={problem} onRetry={reload} />}
      {run && isRunning && <RunningCard run={run} onChange={reload} />}
      {run?.directories.map((directory) => (
        <DirectoryCard key={directory.directory} directory={directory} />
      ))}
      {run && <FailuresCard failures={run.failures} />}
      {run && <ChangesCard changes={run.changes} isDry={run.dryRun} />}
    </>
  );
}

function DirectoryCard({ directory }: { readonly directory: DirectoryRun }) {
  const { language } = usePage();
  const texts = useTexts('sync');
  const { number } = formatsIn(language);
  const { name, status, mode, fullBecause, filter, problem } = directory;
  return (
    <section class="card">
      <h2>
        {name} <StatusTag status={status} /> {mode && <span class="tag">{texts.modes[mode][0]}</span>}
      </h2>
      {fullBecause && <p>{texts.readAllBecause(texts.fullBecause[fullBecause] ?? fullBecause)}</p>}
      {problem && (
        <p class="note bad">
          <Glyph name="alert" />
          <Trouble problem={problem} />
        </p>
      )}
      <dl class="counts">
        {countNames.map((count) => (
          <div key={count}>
            <dt>{texts.counts[count]}</dt>
            <dd>{number(directory[count])}</dd>
          </div>
        ))}
      </dl>
      {filter && (
        <p class="small-text">
          {texts.filter}: <code dir="ltr">{filter}</code>
        </p>
      )}
    </section>
  );
}
