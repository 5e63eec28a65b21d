import { useRef } from 'preact/hooks';
import { useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { controlId } from './faults.ts';
import { FieldGroup, type FieldProps } from './field.tsx';
import { useNewLine } from './use-new-line.ts';

/** A list of texts, one a line, each of which can be taken away. */
export function LinesField(
  props: FieldProps & {
    readonly value: readonly string[];
    readonly placeholder?: string;
    readonly addLabel: string;
    onChange(value: string[]): void;
  },
) {
  const { name, label, value, placeholder, addLabel, onChange } = props;
  const texts = useTexts('form');
  const list = useRef<HTMLDivElement>(null);
  const expectLine = useNewLine(list, value.length);
  const adder = useRef<HTMLButtonElement>(null);

  function add() {
    expectLine();
    onChange([...value, '']);
  }
  return (
    <FieldGroup {...props}>
      <div class="lines" ref={list}>
        {value.map((line, index) => (
          // The lines have no identity but their place.
          <div key={index} class="line">
            <input
              id={controlId(`${name}.${index}`)}
              class="control mono"
              type="text"
              dir="ltr"
              autocomplete="off"
              spellcheck={false}
              aria-label={`${label} ${index + 1}`}
              {...(placeholder !== undefined && { placeholder })}
              value={line}
              onInput={({ currentTarget }) => onChange(value.with(index, currentTarget.value))}
            />
            <button
              type="button"
              class="icon-button"
              aria-label={texts.removeThis(line || `${label} ${index + 1}`)}
              onClick={() => {
                onChange(value.toSpliced(index, 1));
                adder.current?.focus();
              }}
            >
              <Glyph name="close" />
            </button>
          </div>
        ))}
      </div>
      <button type="button" class="button small" ref={adder} onClick={add}>
        <Glyph name="plus" />
        {addLabel}
      </button>
    </FieldGroup>
  );
}
