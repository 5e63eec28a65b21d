import { useEffect, useState } from 'preact/hooks';
import type { Catalogue } from '../ui/messages/catalogue.ts';
import type { Extension } from './extension.ts';

/** The way to the edits that wait for approval; it is there only while something does. */
export function ApproveLink(props: { readonly extension: Extension; readonly messages: Catalogue['popup'] }) {
  const { extension, messages } = props;
  const [count, setCount] = useState(0);
  useEffect(() => void extension.countToDecide().then(setCount), [extension]);
  if (!count) return null;
  return (
    <button type="button" class="button" onClick={() => extension.approve()}>
      {messages.approve(count)}
    </button>
  );
}
