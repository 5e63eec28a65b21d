import { useTexts } from '../context.ts';
import { TextField } from '../form/controls.tsx';
import { FieldGroup } from '../form/field.tsx';
import { LocalizedField } from '../form/localized-field.tsx';
import { MoveButtons } from '../form/move-buttons.tsx';
import { moved } from '../form/moved.ts';
import { Glyph } from '../glyph.tsx';
import type { OptionDraft } from './field-draft.ts';

/** The options to choose from, in their order. */
export function OptionsField(props: {
  readonly name: string;
  readonly options: readonly OptionDraft[];
  onChange(options: readonly OptionDraft[]): void;
}) {
  const { name, options, onChange } = props;
  const texts = useTexts('fields');
  const form = useTexts('form');
  return (
    <FieldGroup name={name} label={texts.options}>
      <ol class="rows">
        {options.map((option, index) => {
          const title = option.value || `${texts.option} ${index + 1}`;
          return (
            // The lines have no identity but their place: a value is typed.
            <li key={index} class="row top">
              <MoveButtons
                name={title}
                place={index}
                count={options.length}
                onMove={(by) => onChange(moved(options, index, by))}
              />
              <div class="row-main form-grid tight">
                <TextField
                  name={`${name}.${index}.value`}
                  label={texts.optionValue}
                  required
                  value={option.value}
                  onChange={(value) => onChange(options.with(index, { ...option, value: value ?? '' }))}
                />
                <LocalizedField
                  name={`${name}.${index}.label`}
                  label={texts.optionLabel}
                  value={option.label}
                  placeholder={option.value}
                  onChange={(label) => onChange(options.with(index, { value: option.value, ...(label && { label }) }))}
                />
              </div>
              <button
                type="button"
                class="icon-button"
                aria-label={form.removeThis(title)}
                onClick={() => onChange(options.toSpliced(index, 1))}
              >
                <Glyph name="trash" />
              </button>
            </li>
          );
        })}
      </ol>
      <button type="button" class="button small space-above" onClick={() => onChange([...options, { value: '' }])}>
        <Glyph name="plus" />
        {texts.addOption}
      </button>
    </FieldGroup>
  );
}
