import { useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';

/** Moves something up or down its list; the focus stays, so that it can be moved on. */
export function MoveButtons(props: {
  readonly name: string;
  readonly place: number;
  readonly count: number;
  onMove(by: -1 | 1): void;
}) {
  const { name, place, count, onMove } = props;
  const texts = useTexts('form');
  const isFirst = place === 0;
  const isLast = place === count - 1;
  return (
    <span class="move">
      <button
        type="button"
        class="icon-button"
        aria-label={texts.moveUp(name)}
        title={texts.moveUp(name)}
        aria-disabled={isFirst}
        onClick={() => isFirst || onMove(-1)}
      >
        <Glyph name="up" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={texts.moveDown(name)}
        title={texts.moveDown(name)}
        aria-disabled={isLast}
        onClick={() => isLast || onMove(1)}
      >
        <Glyph name="down" />
      </button>
    </span>
  );
}
