import type { PersonReference } from '#shared/fields/field-kind.ts';
import { personWidget } from '#shared/fields/person/widget.tsx';
import { usePage } from '../context.ts';
import { Field, type FieldProps } from '../form/field.tsx';
import { useFieldServices } from './use-field-services.ts';

/** Somebody of all directories, found by name, by the control that the editor has for people; emptied, everybody. */
export function PersonFilter(
  props: FieldProps & {
    readonly value: PersonReference | undefined;
    onChange(person: PersonReference | undefined): void;
  },
) {
  const { value, onChange } = props;
  const { language } = usePage();
  const services = useFieldServices();
  return (
    <Field {...props}>
      {({ id, 'aria-describedby': describedBy }) => (
        <personWidget.Control
          id={id}
          labelledBy={id}
          describedBy={describedBy}
          value={value}
          context={{ settings: {} }}
          language={language}
          services={services}
          required={false}
          invalid={false}
          onInput={onChange}
          onLeave={() => undefined}
        />
      )}
    </Field>
  );
}
