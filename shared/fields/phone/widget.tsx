import { loadNumberingPlans } from '#numbering-plans';
import { controlAttributes } from '../control-attributes.ts';
import type { Widget } from '../widget.ts';
import type { PhoneSettings } from './schema.ts';

void loadNumberingPlans();

export const phoneWidget: Widget<string, PhoneSettings> = {
  Control: (props) => (
    <input
      {...controlAttributes(props)}
      type="tel"
      inputMode="tel"
      // A number runs left to right in every script, and stands where the text around it does.
      dir="ltr"
      value={props.value?.replace(/[\r\n]+/g, ' ') ?? ''}
      onInput={({ currentTarget }) => props.onInput(currentTarget.value || undefined)}
    />
  ),
  View: ({ value }) => <bdi dir="ltr">{value}</bdi>,
};
