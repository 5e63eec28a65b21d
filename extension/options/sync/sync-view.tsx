import { usePage, useTexts } from '../context.ts';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import { ViewHead } from '../view/view-head.tsx';
import { DuplicatesCard } from './duplicates-card.tsx';
import { HiddenCard } from './hidden-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { LastSyncCard } from './last-sync-card.tsx';
import { RunDetails } from './run-details.tsx';
import { RunningCard } from './running-card.tsx';
import { StartCard } from './start-card.tsx';
import { useRuns } from './use-runs.ts';

/** The sync: to be started, watched and looked back at; or one of its runs. */
export function SyncView() {
  const { item } = usePage().route;
  return item === undefined ? <Overview /> : <RunDetails key={item} id={item} />;
}

function Overview() {
  const { background } = usePage();
  const shell = useTexts('shell');
  const texts = useTexts('sync');
  const runs = useRuns();
  const directories = useLoaded(() => background.call('getDirectories', {}));
  const running = runs.value?.runs.find(({ status }) => status === 'running');
  const enabled = directories.value?.directories.filter((directory) => directory.enabled) ?? [];
  return (
    <>
      <ViewHead title={shell.names.sync} lead={texts.lead} />
      {!(runs.value && directories.value) && (
        <Placeholder
          problem={runs.problem ?? directories.problem}
          onRetry={() => void Promise.all([runs.reload(), directories.reload()])}
        />
      )}
      {runs.value && directories.value && (
        <>
          {running ? (
            <RunningCard run={running} onChange={runs.reload} />
          ) : (
            <StartCard directories={enabled} onStart={runs.reload} />
          )}
          <HistoryCard runs={runs.value.runs} />
          {enabled.map(({ key, name }) => (
            <LastSyncCard key={key} directory={key} name={name ?? key} asOf={String(runs.value?.runs[0]?.endedAt)} />
          ))}
          <DuplicatesCard directories={directories.value.directories} />
          <HiddenCard key={runs.value.runs[0]?.endedAt} />
        </>
      )}
    </>
  );
}
