import { controlAttributes } from '../control-attributes.ts';
import type { Widget } from '../widget.ts';
import type { UrlSettings } from './schema.ts';
import { brokenWebAddressRule } from './web-address.ts';

export const urlWidget: Widget<string, UrlSettings> = {
  Control: (props) => (
    <input
      {...controlAttributes(props)}
      type="url"
      dir="ltr"
      value={props.value?.replace(/[\r\n]+/g, ' ') ?? ''}
      onInput={({ currentTarget }) => props.onInput(currentTarget.value || undefined)}
    />
  ),
  // What a directory holds may be anything, `javascript:` too: only what could be entered here becomes a link.
  View: ({ value }) => {
    if (brokenWebAddressRule(value)) return <>{value}</>;
    return (
      <a class="link" dir="ltr" href={value} target="_blank" rel="noopener noreferrer nofollow">
        {value}
      </a>
    );
  },
};
