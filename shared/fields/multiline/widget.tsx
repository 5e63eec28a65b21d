import { useLayoutEffect, useRef } from 'preact/hooks';
import { controlAttributes } from '../control-attributes.ts';
import type { ControlProps, Widget } from '../widget.ts';
import type { MultilineSettings } from './schema.ts';

export const multilineWidget: Widget<string, MultilineSettings> = {
  Control: TextArea,
  View: ({ value }) => <>{value}</>,
  isWide: true,
};

function TextArea(props: ControlProps<string, MultilineSettings>) {
  const { value = '' } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = value.replace(/\r\n?/g, '\n');

  useLayoutEffect(() => {
    if (area.current && !CSS.supports('field-sizing', 'content')) growToFit(area.current);
  }, [shown]);

  return (
    <textarea
      {...controlAttributes(props)}
      ref={area}
      rows={3}
      dir="auto"
      value={shown}
      onInput={({ currentTarget }) => props.onInput(withBreaksLike(value, currentTarget.value) || undefined)}
    />
  );
}

/** Browsers hand out LF alone; a text that came with CR LF keeps them, so that an edit changes what was edited. */
function withBreaksLike(previous: string, text: string): string {
  return previous.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text;
}

function growToFit(area: HTMLTextAreaElement): void {
  area.style.blockSize = 'auto';
  area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
