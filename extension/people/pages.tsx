import { useEffect, useState } from 'preact/hooks';
import { App } from './app.tsx';
import { ApprovalsPage } from './approvals/approvals-page.tsx';
import type { Background } from './background.ts';

/** The page for those who care for the data of others: to find people, or to approve what they entered (`#approvals`). */
export function Pages({ background }: { readonly background: Background }) {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('hashchange', () => setHash(location.hash), listening);
    return () => listening.abort();
  }, []);
  if (hash === '#approvals') return <ApprovalsPage background={background} />;
  return <App background={background} initial={new URLSearchParams(hash.slice(1)).get('q') ?? ''} />;
}
