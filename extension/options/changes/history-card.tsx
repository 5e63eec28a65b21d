import { useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { usePage, useTexts } from '../context.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { Glyph } from '../glyph.tsx';
import { problemSentence } from '../problem-sentence.ts';
import { saveFile } from '../transfer/save-file.ts';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import { ChangeFilters, everything, filtersOf } from './change-filters.tsx';
import { ChangeList } from './change-list.tsx';
import { useChanges } from './use-changes.ts';

/** W8: every change of every profile, the newest first; what is chosen of it is shown, and saved as CSV. */
export function HistoryCard() {
  const { background, language, announce } = usePage();
  const texts = useTexts('changes');
  const [chosen, choose] = useState(everything);
  const [undelivered, setUndelivered] = useState<ProblemDetails>();
  const [isSaving, setSaving] = useState(false);
  const defined = useLoaded(() => background.call('getFields', {}));
  const fields = (defined.value?.fields ?? []) as unknown as FieldDraft[];
  const filters = filtersOf(chosen);
  const { changes, next, problem, isLoading, more } = useChanges(filters);

  async function download() {
    if (isSaving) return;
    setSaving(true);
    const result = await background.call('exportHistory', { query: filters });
    setSaving(false);
    setUndelivered(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    saveFile('nameplate-history.csv', 'text/csv', result.value);
    announce(texts.downloaded);
  }
  return (
    <section class="card">
      <div class="card-head">
        <h2 id="change-history">{texts.history}</h2>
        <button type="button" class="button small" aria-disabled={isSaving} onClick={() => void download()}>
          <Glyph name="download" />
          {texts.download}
        </button>
      </div>
      <p class="note bad" role="alert">
        {undelivered?.rule === 'tooManyChanges' ? texts.tooMany : undelivered && problemSentence(undelivered, language)}
      </p>
      <ChangeFilters chosen={chosen} fields={fields} onChoose={choose} />
      <p class="visually-hidden" role="status">
        {!isLoading && changes && texts.shown(changes.length, next === undefined)}
      </p>
      {changes && changes.length > 0 && <ChangeList changes={changes} fields={fields} isBusy={isLoading} />}
      {problem || !changes ? (
        <Placeholder problem={problem} onRetry={() => void more()} />
      ) : (
        changes.length === 0 &&
        next === undefined && <p class="note">{Object.keys(filters).length === 0 ? texts.noChange : texts.noneSuch}</p>
      )}
      {next !== undefined && !problem && (
        <button type="button" class="button small" aria-disabled={isLoading} onClick={() => isLoading || void more()}>
          {texts.older}
        </button>
      )}
    </section>
  );
}
