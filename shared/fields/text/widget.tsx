import { controlAttributes } from '../control-attributes.ts';
import type { Widget } from '../widget.ts';
import type { TextSettings } from './schema.ts';

export const textWidget: Widget<string, TextSettings> = {
  Control: (props) => (
    <input
      {...controlAttributes(props)}
      type="text"
      dir="auto"
      // A one-line input drops line breaks; a blank in their place keeps the words apart.
      value={props.value?.replace(/[\r\n]+/g, ' ') ?? ''}
      onInput={({ currentTarget }) => props.onInput(currentTarget.value || undefined)}
    />
  ),
  View: ({ value }) => <>{value}</>,
};
