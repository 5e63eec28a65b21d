import { useState } from 'preact/hooks';
import type { ChangeSource } from '#shared/contract/history.ts';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { SelectField } from '../form/controls.tsx';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import { ChangeTable } from './change-table.tsx';

const step = 20;
const most = 100;

/** W8: every change of every profile, the newest first. */
export function HistoryCard() {
  const { background, language } = usePage();
  const texts = useTexts('changes');
  const [field, setField] = useState('');
  const [source, setSource] = useState<ChangeSource | ''>('');
  const [limit, setLimit] = useState(step);
  const fields = useLoaded(() => background.call('getFields', {}));
  const query = { limit: String(limit), ...(field && { field }), ...(source && { source }) };
  const { value, problem, reload } = useLoaded(
    () => background.call('getAllHistory', { query }),
    JSON.stringify(query),
  );
  const defined = (fields.value?.fields ?? []) as unknown as FieldDraft[];
  return (
    <section class="card">
      <h2 id="change-history">{texts.history}</h2>
      <div class="form-grid three">
        <SelectField
          name="field"
          label={texts.field}
          value={field}
          options={[
            ['', texts.every],
            ...defined.map(({ key, label }) => [key, label ? textIn(language, label) : key] as const),
          ]}
          onChange={setField}
        />
        <SelectField
          name="source"
          label={texts.source}
          value={source}
          options={[['', texts.every], ...(Object.entries(texts.sources) as [ChangeSource, string][])]}
          onChange={(next) => setSource(next)}
        />
      </div>
      {!value && <Placeholder problem={problem} onRetry={reload} />}
      {value?.changes.length === 0 && <p class="note">{texts.noChange}</p>}
      {value && value.changes.length > 0 && <ChangeTable changes={value.changes} />}
      {value?.next !== undefined && limit < most && (
        <button type="button" class="button small" onClick={() => setLimit(most)}>
          {texts.older}
        </button>
      )}
    </section>
  );
}
