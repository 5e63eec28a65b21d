import './picture.css';
import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ControlProps, Widget } from '../widget.ts';
import { toBase64 } from './base64.ts';
import type { CropperProps } from './cropper.tsx';
import { limitsOf } from './kind.ts';
import type { Picture } from './picture.ts';
import type { PictureSettings } from './schema.ts';
import { ShownPicture } from './shown-picture.tsx';
import { pictureWords } from './words.ts';

export const pictureWidget: Widget<Picture, PictureSettings> = {
  Control: PictureControl,
  View: ({ value, services, language }) => (
    <ShownPicture
      picture={value}
      services={services}
      words={pictureWords[language]}
      alt={pictureWords[language].shown}
    />
  ),
};

interface Opened {
  readonly Cropper: ComponentType<CropperProps>;
  readonly bitmap: ImageBitmap;
}

function PictureControl(props: ControlProps<Picture, PictureSettings>) {
  const { id, value, context, language, services, invalid } = props;
  const words = pictureWords[language];
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<Opened>();
  const [isUnreadable, setUnreadable] = useState(false);

  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    const [cropper, bitmap] = await Promise.allSettled([import('./cropper.tsx'), createImageBitmap(file)]);
    const isOpen = cropper.status === 'fulfilled' && bitmap.status === 'fulfilled';
    setUnreadable(!isOpen);
    if (isOpen) setOpened({ Cropper: cropper.value.Cropper, bitmap: bitmap.value });
  }

  function close(made: Uint8Array | undefined): void {
    opened?.bitmap.close();
    setOpened(undefined);
    if (made) props.onInput({ base64: toBase64(made) });
    props.onLeave();
    button.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: to drop a file is one more way beside the button
    <div
      class="picture-control"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void open(event.dataTransfer?.files[0]);
      }}
    >
      <ShownPicture picture={value} services={services} words={words} />
      <div class="picture-deeds">
        <button
          ref={button}
          id={id}
          type="button"
          class="button small"
          aria-labelledby={`${props.labelledBy} ${id}`}
          aria-describedby={props.describedBy}
          data-invalid={invalid}
          onClick={() => input.current?.click()}
        >
          {value ? words.replace : words.choose}
        </button>
        {value && (
          <button
            type="button"
            class="button small quiet"
            aria-describedby={props.labelledBy}
            onClick={() => {
              props.onInput(undefined);
              props.onLeave();
              button.current?.focus();
            }}
          >
            {words.remove}
          </button>
        )}
        <span class="picture-drop" aria-hidden="true">
          {words.drop}
        </span>
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          onInput={({ currentTarget }) => {
            void open(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </div>
      <p class={isUnreadable ? 'note bad' : undefined} role="alert">
        {isUnreadable && words.unreadable}
      </p>
      {opened && (
        <opened.Cropper picture={opened.bitmap} limits={limitsOf(context.settings)} words={words} onDone={close} />
      )}
    </div>
  );
}
