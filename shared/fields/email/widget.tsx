import { controlAttributes } from '../control-attributes.ts';
import type { Widget } from '../widget.ts';
import { isAddress } from './address.ts';
import type { EmailSettings } from './schema.ts';

export const emailWidget: Widget<string, EmailSettings> = {
  Control: (props) => (
    <input
      {...controlAttributes(props)}
      type="email"
      dir="ltr"
      value={props.value?.replace(/[\r\n]+/g, ' ') ?? ''}
      onInput={({ currentTarget }) => props.onInput(currentTarget.value || undefined)}
    />
  ),
  View: ({ value }) => {
    if (!isAddress(value)) return <>{value}</>;
    return (
      <a class="link" dir="ltr" href={`mailto:${value.split('@').map(encodeURIComponent).join('@')}`}>
        {value}
      </a>
    );
  },
};
