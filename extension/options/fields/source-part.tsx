import { useState } from 'preact/hooks';
import { usePage, useTexts } from '../context.ts';
import { ChoiceField } from '../form/choices.tsx';
import { TextField } from '../form/controls.tsx';
import { attend } from '../form/faults.ts';
import { Glyph } from '../glyph.tsx';
import { AttributePicker } from './attribute-picker.tsx';
import { attributeName, type FieldDraft, type FieldSource, type PickedAttribute, placeOf } from './field-draft.ts';

const edits = ['never', 'whenNotFound', 'writeBack'] as const;

/** Where the value comes from, and whether people may change it there (F3 to F7). */
export function SourcePart(props: {
  readonly field: FieldDraft;
  readonly others: readonly FieldDraft[];
  readonly isWritingOn: boolean;
  onChange(source: FieldSource): void;
}) {
  const { field, others, isWritingOn, onChange } = props;
  const { key, source } = field;
  const texts = useTexts('fields');
  const { announce } = usePage();
  const [isPicking, setPicking] = useState(false);

  function pick(attribute: PickedAttribute) {
    const edit = source.kind === 'directory' ? source.edit : 'never';
    onChange({ kind: 'directory', ...placeOf(attribute), edit });
    setPicking(false);
    announce(texts.attributeIsNow(attribute.name));
    attend(`${key}.source.attribute`);
  }
  return (
    <section class="card">
      <h2>{texts.parts.source}</h2>
      {source.kind === 'local' ? (
        <p>
          {texts.local}. {texts.localMeaning}
        </p>
      ) : (
        <div class="form-grid">
          <div class="field">
            <TextField
              name={`${key}.source.attribute`}
              label={texts.attribute}
              isCode
              isReadOnly
              value={attributeName(source)}
              onChange={() => undefined}
            />
            <button type="button" class="button small" aria-expanded={isPicking} onClick={() => setPicking(!isPicking)}>
              <Glyph name="pen" />
              {texts.otherAttribute}
            </button>
          </div>
          {isPicking && (
            <div class="wide">
              <p class="note">{texts.otherAttributeMeaning}</p>
              <AttributePicker fields={others} verb={texts.choose} onPick={pick} />
            </div>
          )}
          <ChoiceField
            name={`${key}.source.edit`}
            label={texts.edit}
            value={source.edit}
            options={edits.map((value) => {
              const [label, meaning] = texts.edits[value];
              return { value, label, meaning };
            })}
            onChange={(edit) => onChange({ ...source, edit })}
          />
          {source.edit === 'writeBack' && !isWritingOn && (
            <p class="note caution wide">
              <Glyph name="lock" />
              {texts.writingOff}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
