import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { hrefOf, isLeft, type Route, readRoute } from '../route.ts';

/** Where one is, and the guard of what is not saved: whoever leaves a form with changes is asked first. */
export function useRoute() {
  const [hash, setHash] = useState(location.hash);
  /** Where the person wants to go while there are changes here. */
  const [wanted, setWanted] = useState<string>();
  const isChanged = useRef(false);
  const current = useRef(hash);
  current.current = hash;

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener(
      'hashchange',
      () => {
        const next = location.hash;
        if (!isChanged.current || !isLeft(readRoute(current.current), readRoute(next))) return setHash(next);
        history.replaceState(null, '', current.current || '#');
        setWanted(next);
      },
      { signal },
    );
    // It may have changed before anybody listened.
    setHash(location.hash);
    window.addEventListener('beforeunload', (event) => isChanged.current && event.preventDefault(), { signal });
    return () => listening.abort();
  }, []);

  const guard = useCallback((changed: boolean) => {
    isChanged.current = changed;
  }, []);
  const go = useCallback((route: Route) => {
    location.hash = hrefOf(route);
  }, []);

  return {
    route: readRoute(hash),
    go,
    guard,
    isLeaving: wanted !== undefined,
    stay: () => setWanted(undefined),
    leave() {
      isChanged.current = false;
      if (wanted !== undefined) location.hash = wanted;
      setWanted(undefined);
    },
  };
}
