import { useTexts } from '../context.ts';
import { ChoiceField } from '../form/choices.tsx';
import { TextField } from '../form/controls.tsx';
import { Glyph } from '../glyph.tsx';
import type { FieldDraft, FieldSource } from './field-draft.ts';

const edits = ['never', 'whenNotFound', 'writeBack'] as const;

/** Where the value comes from, and whether people may change it there (F3 to F7). */
export function SourcePart(props: {
  readonly field: FieldDraft;
  readonly isWritingOn: boolean;
  onChange(source: FieldSource): void;
}) {
  const { field, isWritingOn, onChange } = props;
  const { key, source } = field;
  const texts = useTexts('fields');
  return (
    <section class="card">
      <h2>{texts.parts.source}</h2>
      {source.kind === 'local' ? (
        <p>
          {texts.local}. {texts.localMeaning}
        </p>
      ) : (
        <div class="form-grid">
          <TextField
            name={`${key}.source.attribute`}
            label={texts.attribute}
            isCode
            isReadOnly
            value={source.attribute}
            onChange={() => undefined}
          />
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
