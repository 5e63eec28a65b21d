import { controlId } from './faults.ts';
import { FieldGroup, type FieldProps } from './field.tsx';

/** Exactly one of a few, each with what it means. */
export function ChoiceField<Value extends string>(
  props: FieldProps & {
    readonly value: Value;
    readonly options: readonly { readonly value: Value; readonly label: string; readonly meaning?: string }[];
    onChange(value: Value): void;
  },
) {
  const { name, value, options, onChange } = props;
  return (
    <FieldGroup {...props}>
      <div class="choices">
        {options.map((option) => (
          <label key={option.value} class="choice">
            <input
              type="radio"
              name={controlId(name)}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <b>{option.label}</b>
            {option.meaning && <small>{option.meaning}</small>}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any of a few. */
export function ChecksField<Value extends string>(
  props: FieldProps & {
    readonly value: readonly Value[];
    readonly options: readonly (readonly [value: Value, label: string])[];
    onChange(value: Value[]): void;
  },
) {
  const { value, options, onChange } = props;
  return (
    <FieldGroup {...props}>
      <div class="ticks">
        {options.map(([each, label]) => (
          <label key={each} class="tick">
            <input
              type="checkbox"
              checked={value.includes(each)}
              onChange={({ currentTarget }) =>
                onChange(
                  currentTarget.checked
                    ? options.map(([option]) => option).filter((option) => option === each || value.includes(option))
                    : value.filter((other) => other !== each),
                )
              }
            />
            {label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
