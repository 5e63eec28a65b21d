import { useEffect, useState } from 'preact/hooks';
import type { FieldServices, LoadedPicture } from '../services.ts';
import { dataURL } from './base64.ts';
import type { Picture } from './picture.ts';

/** A picture as it can be shown; undefined while it is loading, and where there is none. */
export function usePicture(picture: Picture | undefined, services: FieldServices): LoadedPicture | undefined {
  const [loaded, setLoaded] = useState<{ readonly sha256: string; readonly result: LoadedPicture }>();
  const sha256 = picture && 'sha256' in picture ? picture.sha256 : undefined;

  useEffect(() => {
    let isWanted = true;
    if (sha256 !== undefined) {
      void services.loadPicture(sha256).then((result) => isWanted && setLoaded({ sha256, result }));
    }
    return () => {
      isWanted = false;
    };
  }, [sha256, services]);

  if (picture && 'base64' in picture) return { status: 'shown', url: dataURL(picture.base64) };
  return loaded?.sha256 === sha256 ? loaded?.result : undefined;
}
