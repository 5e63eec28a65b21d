import { useRef, useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { LastSync } from '#shared/contract/sync.ts';
import { usePage, useTexts } from '../context.ts';
import { FaultSummary } from '../document/fault-summary.tsx';
import { SelectField, TextField } from '../form/controls.tsx';
import { FaultsContext } from '../form/faults.ts';
import { useFaults } from '../form/use-faults.ts';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import { SyncPreview } from './sync-preview.tsx';

const zones = Intl.supportedValuesOf('timeZone');

/** S3: the last sync date of a directory, shown and set as dd-MM-yyyy and HH:mm:ss in a stated time zone, or emptied. */
export function LastSyncCard(props: {
  readonly directory: string;
  readonly name: string;
  /** It is read anew whenever this is another one. */
  readonly asOf: string;
}) {
  const { directory, name, asOf } = props;
  const { background } = usePage();
  const texts = useTexts('sync');
  const params = { key: directory };
  const loaded = useLoaded(() => background.call('getLastSync', { params, query: {} }), asOf);
  // What somebody types stays while runs come and go.
  const isTouched = useRef(false);
  const last = useRef(loaded.value);
  if (!isTouched.current) last.current = loaded.value;
  return (
    <section class="card" aria-labelledby={`last-${directory}`}>
      <h2 id={`last-${directory}`}>
        {texts.lastSync}: {name}
      </h2>
      <p>{texts.lastSyncMeaning}</p>
      {loaded.value && last.current ? (
        <>
          <DateForm
            key={JSON.stringify(last.current)}
            directory={directory}
            last={last.current}
            onTouch={() => {
              isTouched.current = true;
            }}
            onSet={() => {
              isTouched.current = false;
              void loaded.reload();
            }}
          />
          <SyncPreview key={JSON.stringify(loaded.value)} directory={directory} />
        </>
      ) : (
        <Placeholder problem={loaded.problem} onRetry={loaded.reload} />
      )}
    </section>
  );
}

function DateForm(props: { readonly directory: string; readonly last: LastSync; onTouch(): void; onSet(): void }) {
  const { directory, last, onTouch, onSet } = props;
  const { background, announce } = usePage();
  const texts = useTexts('sync');
  const [date, setDate] = useState(last.date ?? '');
  const [time, setTime] = useState(last.time ?? '00:00:00');
  const [timeZone, setTimeZone] = useState(last.timeZone);
  const [problem, setProblem] = useState<ProblemDetails>();
  const labels: Readonly<Record<string, string>> = { date: texts.date, time: texts.time, timeZone: texts.timeZone };
  const { byName, list } = useFaults(
    problem ? (problem.faults ?? [problem]).filter(({ field }) => field !== undefined) : [],
    (place) => labels[place] ?? place,
    (place) => `${directory}.${place}`,
  );

  async function put(body: { date: string; time: string; timeZone: string } | { date: null }) {
    const result = await background.call('putLastSync', { params: { key: directory }, body });
    setProblem(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    announce(body.date === null ? texts.wasEmptied : texts.wasSet);
    onSet();
  }
  return (
    <FaultsContext.Provider value={byName}>
      <form
        noValidate
        onInput={onTouch}
        onSubmit={(event) => {
          event.preventDefault();
          void put({ date, time, timeZone });
        }}
      >
        <FaultSummary problem={problem} faults={list} />
        <div class="form-grid three">
          <TextField
            name={`${directory}.date`}
            label={texts.date}
            help={texts.dateHelp}
            isCode
            placeholder={texts.never}
            value={date}
            onChange={(next = '') => setDate(next)}
          />
          <TextField
            name={`${directory}.time`}
            label={texts.time}
            help={texts.timeHelp}
            isCode
            value={time}
            onChange={(next = '') => setTime(next)}
          />
          <SelectField
            name={`${directory}.timeZone`}
            label={texts.timeZone}
            value={timeZone}
            options={[...new Set([last.timeZone, 'UTC', ...zones])].map((zone) => [zone, zone])}
            onChange={setTimeZone}
          />
        </div>
        <p class="note">
          {last.isSetByHand && `${texts.byHand}. `}
          {last.mark && texts.goesBy(texts.marks[last.mark])}
        </p>
        <div class="actions card-actions">
          <button type="submit" class="button small">
            {texts.set}
          </button>
          <button type="button" class="button small" onClick={() => put({ date: null })}>
            {texts.empty}
          </button>
        </div>
      </form>
    </FaultsContext.Provider>
  );
}
