import { controlId, useFault } from './faults.ts';
import { FaultNote, type FieldProps } from './field.tsx';

/** On or off, at once or with the form. */
export function SwitchField(
  props: FieldProps & { readonly value: boolean; readonly isDisabled?: boolean; onChange(value: boolean): void },
) {
  const { name, label, help, value, isWide, isDisabled = false, onChange } = props;
  const fault = useFault(name);
  const id = controlId(name);
  return (
    <div class={isWide ? 'field wide' : 'field'}>
      <button
        type="button"
        role="switch"
        id={id}
        aria-checked={value}
        aria-disabled={isDisabled}
        aria-describedby={[fault && `${id}-fault`, help && `${id}-help`].filter(Boolean).join(' ') || undefined}
        onClick={() => isDisabled || onChange(!value)}
      >
        {label}
      </button>
      <FaultNote id={`${id}-fault`} fault={fault} />
      {help && (
        <p class="note" id={`${id}-help`}>
          <span>{help}</span>
        </p>
      )}
    </div>
  );
}
