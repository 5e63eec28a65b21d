import { useState } from 'preact/hooks';
import type { SchemaAttribute } from '#shared/contract/diagnosis.ts';
import { usePage, useTexts } from '../context.ts';
import { SelectField, TextField } from '../form/controls.tsx';
import { hrefOf } from '../route.ts';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import { AttributeRow } from './attribute-row.tsx';
import type { FieldDraft, PickedAttribute } from './field-draft.ts';
import { findAttributes } from './find-attributes.ts';

const shown = 40;
/** More than any schema has. */
const limit = 5000;

/** F11: an attribute is picked from the directory's own schema, never typed blindly. */
export function AttributePicker(props: {
  /** That take their values from attributes already. */
  readonly fields: readonly FieldDraft[];
  readonly verb: string;
  onPick(attribute: PickedAttribute): void;
}) {
  const { fields, verb, onPick } = props;
  const { background } = usePage();
  const texts = useTexts('fields');
  const directories = useLoaded(() => background.call('getDirectories', {}));
  const [chosen, setChosen] = useState<string>();
  const enabled = directories.value?.directories.filter((directory) => directory.enabled) ?? [];
  const directory = enabled.find(({ key }) => key === chosen) ?? enabled[0];
  const joined = directory?.join && directory.key;

  if (!directories.value) return <Placeholder problem={directories.problem} onRetry={directories.reload} />;
  if (directory === undefined) {
    return (
      <p class="note">
        <a href={hrefOf({ view: 'directories' })}>{texts.noDirectory}</a>
      </p>
    );
  }
  return (
    <>
      {enabled.length > 1 && (
        <div class="form-grid">
          <SelectField
            name="schemaOf"
            label={texts.directory}
            value={directory.key}
            options={enabled.map(({ key, name }) => [key, name ?? key])}
            onChange={setChosen}
          />
        </div>
      )}
      <Attributes
        key={directory.key}
        directory={directory.key}
        verb={verb}
        used={fields.flatMap(({ source }) =>
          source.kind === 'directory' && source.directory === joined ? [source.attribute.toLowerCase()] : [],
        )}
        onPick={(attribute) => onPick({ ...attribute, joined })}
      />
    </>
  );
}

function Attributes(props: {
  readonly directory: string;
  /** In lower case. */
  readonly used: readonly string[];
  readonly verb: string;
  onPick(attribute: SchemaAttribute): void;
}) {
  const { directory, used, verb, onPick } = props;
  const { background } = usePage();
  const texts = useTexts('fields');
  const [words, setWords] = useState('');
  const [isAll, setAll] = useState(false);
  const schema = useLoaded(() => background.call('listAttributes', { params: { key: directory }, query: { limit } }));
  if (!schema.value) return <Placeholder problem={schema.problem} onRetry={schema.reload} />;
  const found = findAttributes(schema.value.attributes, words, isAll);
  return (
    <>
      <div class="form-grid">
        <TextField
          name="search"
          label={texts.search}
          help={texts.searchHelp}
          value={words}
          onChange={(next = '') => setWords(next)}
        />
        <label class="tick">
          <input type="checkbox" checked={isAll} onChange={({ currentTarget }) => setAll(currentTarget.checked)} />
          {texts.all}
        </label>
      </div>
      <p class="note" role="status">
        {found.length > shown ? texts.firstOfMany(shown, found.length) : texts.found(found.length)}
      </p>
      <ul class="rows in-card">
        {found.slice(0, shown).map((attribute) => (
          <AttributeRow
            key={attribute.name}
            attribute={attribute}
            isUsed={used.includes(attribute.name.toLowerCase())}
            verb={verb}
            onPick={() => onPick(attribute)}
          />
        ))}
      </ul>
    </>
  );
}
