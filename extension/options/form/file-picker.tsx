import { useRef } from 'preact/hooks';
import { Glyph } from '../glyph.tsx';

/** A button that reads a text file of this computer. */
export function FilePicker(props: {
  readonly label: string;
  readonly accept: string;
  readonly isLarge?: boolean;
  onText(text: string, name: string): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={props.isLarge ? 'button' : 'button small'} onClick={() => input.current?.click()}>
        <Glyph name="transfer" />
        {props.label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        onChange={async ({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) props.onText(await file.text(), file.name);
          // The same file may be chosen again.
          if (input.current) input.current.value = '';
        }}
      />
    </>
  );
}
