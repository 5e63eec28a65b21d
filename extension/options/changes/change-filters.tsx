import type { ChangeSource, HistoryFilters } from '#shared/contract/history.ts';
import type { PersonReference } from '#shared/fields/field-kind.ts';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { SelectField } from '../form/controls.tsx';
import { PersonFilter } from './person-filter.tsx';

/** What of the history is shown. */
export interface Chosen {
  readonly person?: PersonReference | undefined;
  readonly field: string;
  readonly source: ChangeSource | '';
}

export const everything: Chosen = { field: '', source: '' };

export function filtersOf({ person, field, source }: Chosen): HistoryFilters {
  return { ...(person?.id && { person: person.id }), ...(field && { field }), ...(source && { source }) };
}

export function ChangeFilters(props: {
  readonly chosen: Chosen;
  readonly fields: readonly FieldDraft[];
  onChoose(chosen: Chosen): void;
}) {
  const { chosen, fields, onChoose } = props;
  const { language } = usePage();
  const texts = useTexts('changes');
  return (
    <search class="form-grid three">
      <PersonFilter
        name="person"
        label={texts.person}
        value={chosen.person}
        onChange={(person) => onChoose({ ...chosen, person })}
      />
      <SelectField
        name="field"
        label={texts.field}
        value={chosen.field}
        options={[
          ['', texts.every],
          ...fields.map(({ key, label }) => [key, label ? textIn(language, label) : key] as const),
        ]}
        onChange={(field) => onChoose({ ...chosen, field })}
      />
      <SelectField
        name="source"
        label={texts.source}
        value={chosen.source}
        options={[['', texts.every], ...(Object.entries(texts.sources) as [ChangeSource, string][])]}
        onChange={(source) => onChoose({ ...chosen, source })}
      />
    </search>
  );
}
