import { useLayoutEffect, useState } from 'preact/hooks';
import { kinds } from '#shared/fields/kinds.ts';
import { useTexts } from '../context.ts';
import { ChoiceField } from '../form/choices.tsx';
import { SelectField, TextField } from '../form/controls.tsx';
import { attend, FaultsContext, noFaults } from '../form/faults.ts';
import { AttributePicker } from './attribute-picker.tsx';
import { type FieldDraft, fieldFor, localField } from './field-draft.ts';

const keyForm = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/u;

/** Where a new field begins: at an attribute of a directory, or at a name of its own. */
export function NewField(props: { readonly taken: readonly FieldDraft[]; onAdd(field: FieldDraft): void }) {
  const { taken, onAdd } = props;
  const texts = useTexts('fields');
  const form = useTexts('form');
  const faults = useTexts('faults');
  const [from, setFrom] = useState<'directory' | 'local'>('directory');
  const [key, setKey] = useState('');
  const [type, setType] = useState('text');
  const [wrong, setWrong] = useState(noFaults);
  const keys = taken.map((field) => field.key);

  function addLocal() {
    if (!keyForm.test(key) || keys.includes(key)) return setWrong(new Map([['newKey', faults.members.key]]));
    onAdd(localField(key, type));
  }
  useLayoutEffect(() => {
    if (wrong !== noFaults) attend('newKey');
  }, [wrong]);
  return (
    <section class="card">
      <ChoiceField
        name="from"
        label={texts.parts.source}
        value={from}
        options={[
          { value: 'directory', label: texts.fromDirectory, meaning: texts.fromDirectoryMeaning },
          { value: 'local', label: texts.local, meaning: texts.localMeaning },
        ]}
        onChange={(next) => setFrom(next)}
      />
      {from === 'directory' ? (
        <AttributePicker fields={taken} verb={form.add} onPick={(attribute) => onAdd(fieldFor(attribute, keys))} />
      ) : (
        <FaultsContext.Provider value={wrong}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the control in it */}
          <div
            class="form-grid"
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
              // It would save the fields around it.
              event.preventDefault();
              addLocal();
            }}
          >
            <TextField
              name="newKey"
              label={texts.key}
              help={texts.keyHelp}
              required
              isCode
              value={key}
              onChange={(next = '') => {
                setKey(next);
                setWrong(noFaults);
              }}
            />
            <SelectField
              name="newType"
              label={texts.type}
              value={type}
              options={Object.keys(kinds).map((each) => [each, texts.types[each] ?? each])}
              onChange={setType}
            />
            <button type="button" class="button primary" onClick={addLocal}>
              {form.add}
            </button>
          </div>
        </FaultsContext.Provider>
      )}
    </section>
  );
}
