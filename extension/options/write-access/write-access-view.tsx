import { usePage, useTexts } from '../context.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { NeedsSystemAdmin, useIsSystemAdmin } from '../view/needs-system-admin.tsx';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import { ViewHead } from '../view/view-head.tsx';
import { DoctorCard } from './doctor-card.tsx';
import { MainSwitch } from './main-switch.tsx';
import { WriteTest } from './write-test.tsx';

/** The one switch of all writing, and the checks that say whether it will work. */
export function WriteAccessView() {
  const { background } = usePage();
  const shell = useTexts('shell');
  const texts = useTexts('diagnosis');
  const isSystemAdmin = useIsSystemAdmin();
  const fields = useLoaded(() => background.call('getFields', {}));
  const directories = useLoaded(() => background.call('getDirectories', {}));
  const written = ((fields.value?.fields ?? []) as unknown as FieldDraft[]).filter(
    ({ source }) => source.kind === 'directory' && source.edit === 'writeBack',
  );
  return (
    <>
      <ViewHead title={shell.names['write-access']} lead={texts.lead} />
      {!isSystemAdmin && <NeedsSystemAdmin />}
      {isSystemAdmin && !(fields.value && directories.value) && (
        <Placeholder
          problem={fields.problem ?? directories.problem}
          onRetry={() => void Promise.all([fields.reload(), directories.reload()])}
        />
      )}
      {isSystemAdmin && fields.value && directories.value && (
        <>
          <MainSwitch written={written} />
          <WriteTest written={written} directories={directories.value.directories} />
          <DoctorCard />
        </>
      )}
    </>
  );
}
