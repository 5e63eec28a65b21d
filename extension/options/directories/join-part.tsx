import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { ChoiceField } from '../form/choices.tsx';
import { SelectField, TextField } from '../form/controls.tsx';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import type { PartProps } from './part-props.ts';

type Join = NonNullable<PartProps['draft']['join']>;

/** Whether the directory has people of its own or completes those of others, and what ties its entries to them (F12). */
export function JoinPart({ draft, put }: PartProps) {
  const texts = useTexts('directories');
  const { join } = draft;
  return (
    <section class="card">
      <ChoiceField
        name="use"
        label={texts.use}
        value={join ? 'join' : 'people'}
        options={(['people', 'join'] as const).map((value) => {
          const [label, meaning] = texts.uses[value];
          return { value, label, meaning };
        })}
        onChange={(use) => put(use === 'join' ? { ...ownPeople, join: { attribute: '' } } : { join: undefined })}
      />
      {join && <JoinFields join={join} onChange={(next) => put({ join: next })} />}
    </section>
  );
}

/** What only a directory with people of its own has. */
const ownPeople = { usernameAttribute: undefined, domains: [] };

function JoinFields({ join, onChange }: { readonly join: Join; onChange(join: Join): void }) {
  const { background, language } = usePage();
  const texts = useTexts('directories');
  const fields = useLoaded(() => background.call('getFields', {}));
  if (!fields.value) return <Placeholder problem={fields.problem} onRetry={fields.reload} />;
  const known = fields.value.fields as unknown as readonly FieldDraft[];
  const tying = known.filter(
    ({ source }) => source.kind === 'directory' && source.directory === undefined && source.edit !== 'writeBack',
  );
  return (
    <div class="form-grid">
      <TextField
        name="join.attribute"
        label={texts.join}
        help={texts.joinHelp}
        required
        isCode
        value={join.attribute}
        onChange={(attribute = '') => onChange({ ...join, attribute })}
      />
      <SelectField
        name="join.field"
        label={texts.joinField}
        help={texts.joinFieldHelp}
        value={join.field ?? ''}
        options={[
          ['', texts.joinUsername],
          ...tying.map(({ key, label }) => [key, label ? textIn(language, label) : key] as const),
        ]}
        onChange={(field) => onChange(field === '' ? { attribute: join.attribute } : { ...join, field })}
      />
    </div>
  );
}
