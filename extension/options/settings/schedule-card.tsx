import type { Settings } from '#shared/contract/configuration/settings.ts';
import { useTexts } from '../context.ts';
import { NumberField, SelectField, TextField } from '../form/controls.tsx';
import { Field } from '../form/field.tsx';
import { type Rhythm, readRhythm, rhythmInWords, writeRhythm } from './rhythm.ts';

const starts: { readonly [kind in Rhythm['kind']]: (cron: string) => Rhythm } = {
  minutes: () => ({ kind: 'minutes', every: 15 }),
  hours: () => ({ kind: 'hours', every: 3 }),
  daily: () => ({ kind: 'daily', time: '02:00' }),
  weekdays: () => ({ kind: 'weekdays', time: '06:00' }),
  cron: (expression) => ({ kind: 'cron', expression }),
};
const zones = Intl.supportedValuesOf('timeZone');

/** When the sync runs: chosen in words, kept as a cron expression. */
export function ScheduleCard(props: {
  readonly sync: Settings['sync'];
  /** Whether the expression itself is shown, also where it has words. */
  readonly isCron: boolean;
  onCron(isCron: boolean): void;
  onChange(sync: Settings['sync']): void;
}) {
  const { sync, isCron, onCron, onChange } = props;
  const texts = useTexts('settings');
  const rhythm: Rhythm = isCron ? { kind: 'cron', expression: sync.cron } : readRhythm(sync.cron);
  const put = (next: Rhythm) => onChange({ ...sync, cron: writeRhythm(next) });
  return (
    <section class="card">
      <h2>{texts.schedule}</h2>
      <p>{texts.scheduleMeaning}</p>
      <div class="form-grid">
        <SelectField
          name="rhythm"
          label={texts.rhythm}
          value={rhythm.kind}
          options={Object.entries(texts.rhythms) as [Rhythm['kind'], string][]}
          onChange={(kind) => {
            onCron(kind === 'cron');
            put(starts[kind](sync.cron));
          }}
        />
        {'every' in rhythm && (
          <NumberField
            name="sync.cron"
            label={rhythm.kind === 'minutes' ? texts.everyMinutes : texts.everyHours}
            min={1}
            max={rhythm.kind === 'minutes' ? 59 : 23}
            value={rhythm.every}
            onChange={(every) => put({ ...rhythm, every: every ?? 1 })}
          />
        )}
        {'time' in rhythm && (
          <Field name="sync.cron" label={texts.at}>
            {(attributes) => (
              <input
                {...attributes}
                class="control"
                type="time"
                value={rhythm.time}
                onInput={({ currentTarget }) => currentTarget.value && put({ ...rhythm, time: currentTarget.value })}
              />
            )}
          </Field>
        )}
        {rhythm.kind === 'cron' && (
          <TextField
            name="sync.cron"
            label={texts.cron}
            help={texts.cronHelp}
            isCode
            value={sync.cron}
            onChange={(cron) => onChange({ ...sync, cron: cron ?? '' })}
          />
        )}
        <SelectField
          name="sync.timeZone"
          label={texts.timeZone}
          value={sync.timeZone}
          options={[...new Set([sync.timeZone, 'UTC', ...zones])].map((zone) => [zone, zone])}
          onChange={(timeZone) => onChange({ ...sync, timeZone })}
        />
        <NumberField
          name="sync.fullEveryHours"
          label={texts.fullEveryHours}
          help={texts.fullEveryHoursHelp}
          min={1}
          max={8760}
          value={sync.fullEveryHours}
          onChange={(hours) => onChange({ ...sync, fullEveryHours: hours ?? 24 })}
        />
      </div>
      <p class="note" aria-live="polite">
        {texts.runs(rhythmInWords(sync.cron, texts), sync.timeZone)}
      </p>
    </section>
  );
}
