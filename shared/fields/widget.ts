import type { FunctionComponent } from 'preact';
import type { FieldContext, Language } from './field-kind.ts';
import type { FieldServices } from './services.ts';

/** What the editor gives the control of a field. The control draws nothing but itself: label, help and errors are the editor's. */
export interface ControlProps<Value, Settings> {
  /** The id of the control, to which the label refers. */
  readonly id: string;
  /** What is entered so far, which may break a rule; undefined for an empty field. */
  readonly value: Value | undefined;
  readonly context: FieldContext<Settings>;
  readonly language: Language;
  readonly services: FieldServices;
  readonly required: boolean;
  readonly invalid: boolean;
  /** The id of the label, for a control of several parts; a single one is named by `id`. */
  readonly labelledBy: string;
  /** The ids of the texts that describe the control. */
  readonly describedBy: string | undefined;
  onInput(value: Value | undefined): void;
  /** The person has left the control: a good moment to show the value as it will be kept. */
  onLeave(): void;
}

/** A value that is only to be looked at. */
export interface ViewProps<Value, Settings> {
  readonly value: Value;
  readonly context: FieldContext<Settings>;
  readonly language: Language;
  readonly services: FieldServices;
}

/** How values of a type look: the other half of its folder, which only browsers need. */
export interface Widget<Value = unknown, Settings = unknown> {
  readonly Control: FunctionComponent<ControlProps<Value, Settings>>;
  readonly View: FunctionComponent<ViewProps<Value, Settings>>;
  /** The control wants the whole width of the form. */
  readonly isWide?: boolean;
}
