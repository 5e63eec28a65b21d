import { Field, type FieldProps } from './field.tsx';

interface ValueProps<Value> extends FieldProps {
  readonly value: Value;
  onChange(value: Value): void;
}

/** One line, or several, of text; an empty one is no value. */
export function TextField(
  props: ValueProps<string | undefined> & {
    readonly type?: 'text' | 'password';
    readonly placeholder?: string | undefined;
    /** Names, filters and addresses: they run left to right in every language. */
    readonly isCode?: boolean;
    readonly rows?: number;
    readonly isReadOnly?: boolean;
  },
) {
  const { value, onChange, type = 'text', placeholder, isCode, rows, isReadOnly } = props;
  return (
    <Field {...props}>
      {(attributes) => {
        const shared = {
          ...attributes,
          class: isCode ? 'control mono' : 'control',
          dir: isCode ? 'ltr' : 'auto',
          spellcheck: !isCode,
          autocomplete: type === 'password' ? 'new-password' : 'off',
          readOnly: isReadOnly === true,
          ...(placeholder !== undefined && { placeholder }),
          value: value ?? '',
          onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
            onChange(event.currentTarget.value || undefined),
        } as const;
        if (rows !== undefined) return <textarea {...shared} rows={rows} />;
        return type === 'password' ? <input {...shared} type="password" /> : <input {...shared} type="text" />;
      }}
    </Field>
  );
}

/** A whole number; what is none stays as it was typed, for the server to refuse. */
export function NumberField(
  props: ValueProps<number | undefined> & {
    readonly min?: number;
    readonly max?: number;
    readonly placeholder?: string;
  },
) {
  const { value, onChange, min, max, placeholder } = props;
  return (
    <Field {...props}>
      {(attributes) => (
        <input
          {...attributes}
          class="control"
          type="number"
          inputMode="numeric"
          {...(min !== undefined && { min })}
          {...(max !== undefined && { max })}
          {...(placeholder !== undefined && { placeholder })}
          value={value ?? ''}
          onInput={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? undefined : Number(currentTarget.value))
          }
        />
      )}
    </Field>
  );
}

/** A day as `yyyy-MM-dd`. */
export function DateField(props: ValueProps<string | undefined>) {
  const { value, onChange } = props;
  return (
    <Field {...props}>
      {(attributes) => (
        <input
          {...attributes}
          class="control"
          type="date"
          max="9999-12-31"
          value={value ?? ''}
          onInput={({ currentTarget }) => onChange(currentTarget.value || undefined)}
        />
      )}
    </Field>
  );
}

export function SelectField<Value extends string>(
  props: ValueProps<Value> & { readonly options: readonly (readonly [value: Value, label: string])[] },
) {
  const { value, onChange, options } = props;
  return (
    <Field {...props}>
      {(attributes) => (
        <select
          {...attributes}
          class="control"
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value as Value)}
        >
          {options.map(([each, label]) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
