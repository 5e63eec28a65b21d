import { useEffect } from 'preact/hooks';
import type { SyncRun } from '#shared/contract/sync.ts';
import { usePage } from '../context.ts';
import { type Loaded, useLoaded } from '../view/use-loaded.ts';

const shown = 20;
const pause = 1000;

/** The last runs. While one is under way they are asked for anew: a stream would not outlive the background's rest. */
export function useRuns(): Loaded<{ readonly runs: readonly SyncRun[] }> {
  const { background } = usePage();
  const loaded = useLoaded(() => background.call('listSyncRuns', { query: { limit: shown } }));
  const isRunning = loaded.value?.runs.some(({ status }) => status === 'running') ?? false;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => void loaded.reload(), pause);
    return () => clearTimeout(timer);
  }, [isRunning, loaded.value, loaded.problem]);
  return loaded;
}
