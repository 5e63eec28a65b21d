import { useEffect, useState } from 'preact/hooks';
import type { Diagnosis } from '#shared/contract/diagnosis.ts';
import { usePage } from '../context.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { useRuns } from '../sync/use-runs.ts';
import { useIsSystemAdmin } from '../view/needs-system-admin.tsx';
import { useLoaded } from '../view/use-loaded.ts';

/** How far it is set up, asked of the server itself; the test of the connection writes nothing, so it is made at once. */
export function useProgress() {
  const { background } = usePage();
  const isSystemAdmin = useIsSystemAdmin();
  const health = useLoaded(() => background.call('getHealth', {}));
  const directories = useLoaded(() => background.call('getDirectories', {}));
  const fields = useLoaded(() => background.call('getFields', {}));
  const settings = useLoaded(() => background.call('getSettings', {}));
  const runs = useRuns();
  const [test, setTest] = useState<Diagnosis>();
  const enabled = directories.value?.directories.filter(({ enabled, join }) => enabled && !join);
  const first = enabled?.[0]?.key;

  useEffect(() => {
    if (first === undefined || !isSystemAdmin) return;
    void background
      .call('testDirectory', { params: { key: first }, body: {} })
      .then((result) => result.ok && setTest(result.value));
  }, [first, isSystemAdmin]);

  return {
    health: health.value,
    directories: enabled,
    fields: fields.value?.fields as unknown as readonly FieldDraft[] | undefined,
    settings: settings.value,
    runs: runs.value?.runs,
    test,
    setTest,
    problem: directories.problem ?? fields.problem ?? settings.problem ?? runs.problem,
    reload: () => void Promise.all([directories, fields, settings, runs, health].map((each) => each.reload())),
  };
}
