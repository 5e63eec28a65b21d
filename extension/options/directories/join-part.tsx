import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { ChecksField, ChoiceField } from '../form/choices.tsx';
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
      {join && <JoinFields own={draft.key} join={join} onChange={(next) => put({ join: next })} />}
    </section>
  );
}

/** What only a directory with people of its own has. */
const ownPeople = { usernameAttribute: undefined, domains: [] };

function JoinFields(props: { readonly own: string; readonly join: Join; onChange(join: Join): void }) {
  const { own, join, onChange } = props;
  const { background, language } = usePage();
  const texts = useTexts('directories');
  const fields = useLoaded(() => background.call('getFields', {}));
  const directories = useLoaded(() => background.call('getDirectories', {}));
  if (!fields.value || !directories.value) {
    const reload = () => void Promise.all([fields.reload(), directories.reload()]);
    return <Placeholder problem={fields.problem ?? directories.problem} onRetry={reload} />;
  }
  const withPeople = directories.value.directories.filter((each) => !each.join && each.key !== own);
  const { field: _, ...withoutField } = join;
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
        onChange={(field) => onChange(field === '' ? withoutField : { ...join, field })}
      />
      {(withPeople.length > 1 || join.of) && (
        <ChecksField
          name="join.of"
          label={texts.joinOf}
          help={texts.joinOfHelp}
          value={join.of ?? []}
          options={withPeople.map(({ key, name }) => [key, name ?? key] as const)}
          onChange={(of) => onChange({ ...join, of })}
        />
      )}
    </div>
  );
}
