import type { ChangeSource, HistoryFilters } from '#shared/contract/history.ts';
import type { PersonReference } from '#shared/fields/field-kind.ts';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { DateField, SelectField } from '../form/controls.tsx';
import { PersonFilter } from './person-filter.tsx';

/** What of the history is shown. */
export interface Chosen {
  readonly person?: PersonReference | undefined;
  readonly field: string;
  readonly source: ChangeSource | '';
  /** The first and the last day, as they are where the admin is. */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}

export const everything: Chosen = { field: '', source: '' };

export function filtersOf({ person, field, source, first, last }: Chosen): HistoryFilters {
  return {
    ...(person?.id && { person: person.id }),
    ...(field && { field }),
    ...(source && { source }),
    ...(first && { since: startOf(first) }),
    ...(last && { until: startOf(last, 1) }),
  };
}

/** When a day begins, or one of the days after it. */
function startOf(day: string, daysLater = 0): string {
  const start = new Date(`${day}T00:00`);
  start.setDate(start.getDate() + daysLater);
  return start.toISOString();
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
    <search class="form-grid change-filters">
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
      {(['first', 'last'] as const).map((end) => (
        <DateField
          key={end}
          name={end}
          label={texts.days[end]}
          value={chosen[end]}
          onChange={(day) => onChoose({ ...chosen, [end]: day })}
        />
      ))}
    </search>
  );
}
