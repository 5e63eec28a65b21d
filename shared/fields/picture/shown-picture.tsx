import type { FieldServices } from '../services.ts';
import type { Picture } from './picture.ts';
import { usePicture } from './use-picture.ts';
import type { PictureWords } from './words.ts';

/** A picture, or a few words in its place. */
export function ShownPicture({
  picture,
  services,
  words,
  alt = words.current,
}: {
  readonly picture: Picture | undefined;
  readonly services: FieldServices;
  readonly words: PictureWords;
  /** What one that Nameplate keeps is called; as it is now, unless told. */
  readonly alt?: string;
}) {
  const loaded = usePicture(picture, services);
  if (!picture) {
    return (
      <span class="picture none">
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 10.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.8 17c.5-3.2 2.9-4.8 6.2-4.8s5.7 1.6 6.2 4.8" />
        </svg>
        <span class="visually-hidden">{words.none}</span>
      </span>
    );
  }
  if (loaded?.status === 'shown') {
    return <img class="picture" src={loaded.url} alt={'base64' in picture ? words.chosen : alt} />;
  }
  return (
    <>
      <span class="picture none" aria-busy={!loaded} />
      {loaded && <span class="note caution">{words[loaded.status]}</span>}
    </>
  );
}
