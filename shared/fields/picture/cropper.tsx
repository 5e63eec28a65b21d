import './cropper.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PictureLimits } from '../field-kind.ts';
import { type Framing, mostZoom, move, turn, wholePicture, zoomTo } from './framing.ts';
import { draw, toJPEG } from './render.ts';
import { usePointers } from './use-pointers.ts';
import type { PictureWords } from './words.ts';

export interface CropperProps {
  readonly picture: ImageBitmap;
  readonly limits: PictureLimits;
  readonly words: PictureWords;
  /** The JPEG that was made; undefined where the person gave up. */
  onDone(made: Uint8Array | undefined): void;
}

const [step, zoomStep] = [0.05, 1.1];
const [stageEdge, previewEdge] = [560, 128];

/** Moves, zooms and turns a picture in its frame, by mouse, touch, keys or buttons. */
export function Cropper({ picture, limits, words, onDone }: CropperProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const large = useRef<HTMLCanvasElement>(null);
  const round = useRef<HTMLCanvasElement>(null);
  const square = useRef<HTMLCanvasElement>(null);
  const [framing, setFraming] = useState<Framing>(wholePicture);
  const [isMaking, setMaking] = useState(false);
  const id = useId();

  const moveBy = (right: number, down: number) => setFraming((now) => move(now, picture, right, down));
  const zoomBy = (factor: number) => setFraming((now) => zoomTo(now, picture, now.zoom * factor));
  const turnTo = (direction: 'left' | 'right') => setFraming((now) => turn(now, picture, direction));
  usePointers(stage, { moveBy, zoomBy });

  useEffect(() => {
    dialog.current?.showModal();
    stage.current?.focus();
  }, []);
  useEffect(() => {
    for (const canvas of [large, round, square]) if (canvas.current) draw(canvas.current, picture, framing);
  }, [framing, picture]);

  /** What is around it can take the focus only once this is closed. */
  function end(made?: Uint8Array): void {
    dialog.current?.close();
    onDone(made);
  }

  async function use(): Promise<void> {
    if (isMaking) return;
    setMaking(true);
    end(await toJPEG(picture, framing, limits));
  }

  const keys: Readonly<Record<string, () => void>> = {
    ArrowUp: () => moveBy(0, -step),
    ArrowDown: () => moveBy(0, step),
    ArrowLeft: () => moveBy(-step, 0),
    ArrowRight: () => moveBy(step, 0),
    '+': () => zoomBy(zoomStep),
    '-': () => zoomBy(1 / zoomStep),
    r: () => turnTo('right'),
    l: () => turnTo('left'),
    Enter: () => void use(),
  };

  return (
    <dialog
      ref={dialog}
      class="cropper"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        end();
      }}
      onKeyDown={(event) => {
        // The keys of the form around it mean nothing here, and Escape ends this alone.
        event.stopPropagation();
        if (event.key === 'Escape') end();
        // On the slider it would submit that form.
        else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
      }}
    >
      <h2 id={`${id}-title`}>{words.title}</h2>
      <div class="cropper-stage">
        <div
          ref={stage}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys go to it
          tabIndex={0}
          role="application"
          aria-label={words.stage}
          aria-describedby={`${id}-help`}
          onKeyDown={(event) => {
            const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[keyOf(event)];
            if (!act) return;
            event.preventDefault();
            act();
          }}
        >
          <canvas ref={large} width={stageEdge} height={stageEdge} />
        </div>
      </div>
      <p class="cropper-help" id={`${id}-help`}>
        {words.help}
      </p>
      <div class="cropper-deeds">
        <label class="cropper-zoom">
          {words.zoom}
          <input
            type="range"
            min={0}
            max={Math.log(mostZoom)}
            step="any"
            value={Math.log(framing.zoom)}
            aria-valuetext={`${Math.round(framing.zoom * 100)} %`}
            onInput={({ currentTarget }) =>
              setFraming((now) => zoomTo(now, picture, Math.exp(currentTarget.valueAsNumber)))
            }
          />
        </label>
        <div class="cropper-buttons">
          {deed(words.turnLeft, 'M4.2 7.5A6.6 6.6 0 1 1 3.4 11M4 3.4v4.3h4.3', () => turnTo('left'))}
          {deed(words.turnRight, 'M15.8 7.5A6.6 6.6 0 1 0 16.6 11M16 3.4v4.3h-4.3', () => turnTo('right'))}
          {deed(words.left, 'M12 4.5L6.5 10l5.5 5.5', () => moveBy(-step, 0))}
          {deed(words.right, 'M8 4.5l5.5 5.5L8 15.5', () => moveBy(step, 0))}
          {deed(words.up, 'M4.5 12L10 6.5l5.5 5.5', () => moveBy(0, -step))}
          {deed(words.down, 'M4.5 8l5.5 5.5L15.5 8', () => moveBy(0, step))}
        </div>
      </div>
      <figure class="cropper-preview">
        <canvas ref={round} class="round" width={previewEdge} height={previewEdge} />
        <canvas ref={square} width={previewEdge} height={previewEdge} />
        <figcaption>{words.preview}</figcaption>
      </figure>
      <div class="cropper-end">
        <button type="button" class="button quiet" onClick={() => end()}>
          {words.cancel}
        </button>
        <button type="button" class="button primary" aria-disabled={isMaking} onClick={() => void use()}>
          {words.use}
        </button>
      </div>
    </dialog>
  );
}

function deed(label: string, shape: string, act: () => void) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={act}>
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
        <path d={shape} />
      </svg>
    </button>
  );
}

/** + stands on different keys, with Shift or without. */
function keyOf({ key }: KeyboardEvent): string {
  if (key === '=') return '+';
  if (key === '_' || key === '−') return '-';
  return key.length === 1 ? key.toLowerCase() : key;
}
