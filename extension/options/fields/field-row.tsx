import { useState } from 'preact/hooks';
import { useTexts } from '../context.ts';
import { MoveButtons } from '../form/move-buttons.tsx';
import { Glyph } from '../glyph.tsx';
import { hrefOf } from '../route.ts';
import { attributeName, type FieldDraft } from './field-draft.ts';

/** Dragging a row by its grip, and dropping it before or after another one. */
export interface Drag {
  readonly target: 'before' | 'after' | undefined;
  onStart(): void;
  /** Whether something may be dropped here. */
  onOver(side: 'before' | 'after'): boolean;
  onEnd(): void;
  onDrop(): void;
}

/** One field among the others. */
export function FieldRow(props: {
  readonly field: FieldDraft;
  readonly name: string;
  readonly place: number;
  readonly count: number;
  readonly drag: Drag;
  onMove(by: -1 | 1): void;
}) {
  const { field, name, place, count, drag, onMove } = props;
  const { key, type, source, required } = field;
  const texts = useTexts('fields');
  const form = useTexts('form');
  const [isDragged, setDragged] = useState(false);
  return (
    <li
      class={['row', isDragged && 'dragged', drag.target && `drop-${drag.target}`].filter(Boolean).join(' ')}
      draggable
      onDragStart={() => {
        setDragged(true);
        drag.onStart();
      }}
      onDragOver={(event) => {
        const { top, height } = event.currentTarget.getBoundingClientRect();
        if (drag.onOver(event.clientY < top + height / 2 ? 'before' : 'after')) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        drag.onDrop();
      }}
      onDragEnd={() => {
        setDragged(false);
        drag.onEnd();
      }}
    >
      <span class="grip">
        <Glyph name="grip" />
      </span>
      <div class="row-main">
        <a href={hrefOf({ view: 'fields', item: key })} aria-label={form.editThis(name)} draggable={false}>
          {name}
        </a>
        <small>
          {texts.types[type] ?? type}
          <span aria-hidden="true"> · </span>
          {source.kind === 'directory' ? <span class="mono">{attributeName(source)}</span> : texts.local}
        </small>
      </div>
      <div class="row-tags">
        {required && <span class="tag">{form.required}</span>}
        {source.kind === 'directory' && (
          <span class={source.edit === 'writeBack' ? 'tag accent' : 'tag'}>{texts.edits[source.edit][0]}</span>
        )}
      </div>
      <MoveButtons name={name} place={place} count={count} onMove={onMove} />
    </li>
  );
}
