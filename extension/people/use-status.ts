import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../messages.ts';
import type { Background } from './background.ts';

/** Who is signed in, and in which language; undefined until that is known. */
export function useStatus(background: Background): Status | undefined {
  const [status, setStatus] = useState<Status>();
  useEffect(() => {
    void background.getStatus().then(setStatus);
    return background.onStatus(setStatus);
  }, [background]);
  return status;
}
