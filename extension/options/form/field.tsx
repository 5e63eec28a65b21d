import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon.tsx';
import { useTexts } from '../context.ts';
import { controlId, useFault } from './faults.ts';

/** What every field of a form has. */
export interface FieldProps {
  /** The place of the value in the document, such as `url`; faults name it the same way. */
  readonly name: string;
  readonly label: string;
  readonly help?: ComponentChildren;
  readonly required?: boolean;
  readonly isWide?: boolean;
}

export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-required'?: boolean;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

/** A label, its control, what is wrong beside it, and help below. */
export function Field(props: FieldProps & { readonly children: (attributes: ControlAttributes) => ComponentChildren }) {
  const { name, label, help, required = false, isWide } = props;
  const texts = useTexts('form');
  const fault = useFault(name);
  const id = controlId(name);
  const describedBy = [fault && `${id}-fault`, help && `${id}-help`].filter(Boolean).join(' ') || undefined;
  return (
    <div class={isWide ? 'field wide' : 'field'}>
      <label for={id}>
        {label}
        {required && <span class="required"> {texts.required}</span>}
      </label>
      {props.children({
        id,
        ...(required && { 'aria-required': true }),
        'aria-invalid': fault !== undefined,
        'aria-describedby': describedBy,
      })}
      <FaultNote id={`${id}-fault`} fault={fault} />
      {help && (
        <p class="note" id={`${id}-help`}>
          <span>{help}</span>
        </p>
      )}
    </div>
  );
}

export function FaultNote({ id, fault }: { readonly id: string; readonly fault: string | undefined }) {
  return (
    <div aria-live="polite">
      {fault && (
        <p class="note bad" id={id}>
          <Icon name="alert" />
          {fault}
        </p>
      )}
    </div>
  );
}

/** Several controls under one heading. */
export function FieldGroup(props: FieldProps & { readonly children: ComponentChildren }) {
  const { name, label, help, isWide = true } = props;
  const fault = useFault(name);
  const id = controlId(name);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      class={isWide ? 'field wide' : 'field'}
      aria-describedby={[fault && `${id}-fault`, help && `${id}-help`].filter(Boolean).join(' ') || undefined}
    >
      <legend>{label}</legend>
      {props.children}
      <FaultNote id={`${id}-fault`} fault={fault} />
      {help && (
        <p class="note" id={`${id}-help`}>
          <span>{help}</span>
        </p>
      )}
    </fieldset>
  );
}
