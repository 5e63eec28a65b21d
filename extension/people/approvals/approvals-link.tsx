import { useEffect, useState } from 'preact/hooks';
import type { Language } from '#shared/fields/field-kind.ts';
import { messagesIn } from '../../ui/messages/messages-in.ts';
import type { Background } from '../background.ts';

/** The way to what waits for approval; it is there only while something does. */
export function ApprovalsLink({
  background,
  language,
}: {
  readonly background: Background;
  readonly language: Language;
}) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const look = () => void background.countToDecide().then(setCount);
    look();
    const listening = new AbortController();
    window.addEventListener('focus', look, listening);
    return () => listening.abort();
  }, [background]);
  if (!count) return null;
  return (
    <a class="button small" href="#approvals">
      {messagesIn(language).approvals.link(count)}
    </a>
  );
}
