import { useState } from 'preact/hooks';
import type { Settings } from '#shared/contract/configuration/settings.ts';
import { useTexts } from '../context.ts';
import { DocumentForm } from '../document/document-form.tsx';
import { NumberField } from '../form/controls.tsx';
import { ViewHead } from '../view/view-head.tsx';
import { readRhythm } from './rhythm.ts';
import { ScheduleCard } from './schedule-card.tsx';
import { SectionsCard } from './sections-card.tsx';
import { useSettings } from './use-settings.ts';

/** What holds for everything. */
export function SettingsView() {
  const shell = useTexts('shell');
  const texts = useTexts('settings');
  const document = useSettings();
  const [isCron, setCron] = useState<boolean>();
  const put = (patch: Partial<Settings>) => document.edit((now) => ({ ...now, ...patch }));
  const labels: Readonly<Record<string, unknown>> = { ...texts, sync: texts.schedule, removalLimit: texts.removal };
  const labelOf = (place: string) => {
    const [member = '', last] = [place.split('.')[0], place.split('.').at(-1) ?? ''];
    const label = Object.hasOwn(labels, last) ? labels[last] : labels[member];
    return typeof label === 'string' ? label : place;
  };
  return (
    <>
      <ViewHead title={shell.names.settings} lead={texts.lead} />
      <DocumentForm document={document} labelOf={labelOf}>
        {(draft) => (
          <>
            <ScheduleCard
              sync={draft.sync}
              isCron={isCron ?? readRhythm(draft.sync.cron).kind === 'cron'}
              onCron={setCron}
              onChange={(sync) => put({ sync })}
            />
            <section class="card">
              <h2>{texts.removal}</h2>
              <p>{texts.removalMeaning}</p>
              <div class="form-grid">
                {(['percent', 'atLeast'] as const).map((member) => (
                  <NumberField
                    key={member}
                    name={`removalLimit.${member}`}
                    label={texts[member]}
                    min={0}
                    value={draft.removalLimit[member]}
                    onChange={(value) => put({ removalLimit: { ...draft.removalLimit, [member]: value ?? 0 } })}
                  />
                ))}
              </div>
            </section>
            <section class="card">
              <h2>{texts.history}</h2>
              <p>{texts.historyMeaning}</p>
              <div class="form-grid">
                <NumberField
                  name="historyDays"
                  label={texts.historyDays}
                  min={1}
                  max={36_500}
                  value={draft.historyDays}
                  onChange={(days) => put({ historyDays: days ?? 1095 })}
                />
              </div>
            </section>
            <SectionsCard sections={draft.sections} onChange={(sections) => put({ sections })} />
          </>
        )}
      </DocumentForm>
    </>
  );
}
