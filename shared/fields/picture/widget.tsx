import { controlAttributes } from '../control-attributes.ts';
import type { Widget } from '../widget.ts';
import type { Picture } from './picture.ts';
import type { PictureSettings } from './schema.ts';

export const pictureWidget: Widget<Picture, PictureSettings> = {
  Control: (props) => (
    <input
      {...controlAttributes(props)}
      type="file"
      accept="image/jpeg"
      onInput={async ({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        props.onInput(file && { base64: await base64Of(file) });
      }}
    />
  ),
  View: () => <>JPEG</>,
};

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
