import type { DirectoryRun, SyncRun } from '#shared/contract/sync.ts';
import { useTexts } from '../context.ts';

const looks: Readonly<Record<string, string>> = {
  succeeded: 'tag good',
  failed: 'tag bad',
  interrupted: 'tag bad',
  cancelled: 'tag caution',
  running: 'tag accent',
};

/** How a run stands, or ended. */
export function StatusTag({ status }: { readonly status: SyncRun['status'] | DirectoryRun['status'] }) {
  const texts = useTexts('sync');
  return <span class={looks[status] ?? 'tag'}>{texts.statuses[status]}</span>;
}
