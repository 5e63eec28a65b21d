import { controlAttributes } from '../control-attributes.ts';
import type { PersonReference } from '../field-kind.ts';
import type { Widget } from '../widget.ts';
import type { PersonSettings } from './schema.ts';

export const personWidget: Widget<PersonReference, PersonSettings> = {
  Control: (props) => <input {...controlAttributes(props)} readOnly value={props.value?.displayName ?? ''} />,
  View: ({ value }) => <>{value.displayName}</>,
};
