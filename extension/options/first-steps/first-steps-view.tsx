import { usePage, useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { formatsIn, total } from '../sync/formats.ts';
import { useIsSystemAdmin } from '../view/needs-system-admin.tsx';
import { Placeholder } from '../view/placeholder.tsx';
import { ViewHead } from '../view/view-head.tsx';
import { DirectoryStep } from './directory-step.tsx';
import { FieldsStep } from './fields-step.tsx';
import { StepCard, type StepState } from './step-card.tsx';
import { SyncStep } from './sync-step.tsx';
import { TestStep } from './test-step.tsx';
import { useProgress } from './use-progress.ts';
import { WriteStep } from './write-step.tsx';

/** From a bare server to the first profile: how each step stands follows from what is there, so one may leave and come back. */
export function FirstStepsView() {
  const { language, server } = usePage();
  const shell = useTexts('shell');
  const texts = useTexts('firstSteps');
  const isSystemAdmin = useIsSystemAdmin();
  const progress = useProgress();
  const { health, directories, fields, runs, settings, test } = progress;
  const host = new URL(server).host;
  const isReady = directories && fields && runs && settings;
  const done = [
    health !== undefined,
    (directories?.length ?? 0) > 0,
    test?.ok === true,
    (fields?.length ?? 0) > 0,
    runs?.some(({ status, dryRun }) => status === 'succeeded' && !dryRun) ?? false,
    settings?.writeEnabled ?? false,
  ];
  const current = done.indexOf(false);
  const stateOf = (index: number): StepState => (done[index] ? 'done' : index === current ? 'now' : 'todo');
  const first = directories?.[0];
  const read = runs?.find(({ status, dryRun }) => status === 'succeeded' && !dryRun);

  return (
    <>
      <ViewHead title={shell.names['first-steps']} lead={texts.lead} />
      {!isReady && <Placeholder problem={progress.problem} onRetry={progress.reload} />}
      {isReady && (
        <>
          {current === -1 && (
            <p class="notice good">
              <Glyph name="check" />
              {texts.allDone}
            </p>
          )}
          <ol class="first-steps">
            <StepCard state={stateOf(0)} title={texts.server}>
              {health && <p>{texts.serverDone(host, health.version)}</p>}
            </StepCard>
            <StepCard state={stateOf(1)} title={texts.directory}>
              <DirectoryStep directories={directories} />
            </StepCard>
            <StepCard state={stateOf(2)} title={texts.test}>
              {first && isSystemAdmin && <TestStep directory={first.key} test={test} onTest={progress.setTest} />}
            </StepCard>
            <StepCard state={stateOf(3)} title={texts.fields}>
              {first && <FieldsStep directory={first.key} fields={fields} onAdd={progress.reload} />}
            </StepCard>
            <StepCard state={stateOf(4)} title={texts.sync}>
              {read && <p>{texts.syncDone(formatsIn(language).number(total(read, 'read')))}</p>}
              {first && fields.length > 0 && !read && <SyncStep runs={runs} onChange={progress.reload} />}
            </StepCard>
            <StepCard state={stateOf(5)} title={texts.write}>
              <WriteStep isOn={settings.writeEnabled} />
            </StepCard>
          </ol>
        </>
      )}
    </>
  );
}
