import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { changeSentence } from './change-sentence.ts';
import type { Document } from './use-document.ts';

/** The second of two admins is told what the first one did; nothing of either is lost. */
export function ForeignNotice<Value>(props: {
  readonly document: Document<Value>;
  /** What people call the place of a change. */
  nameOf(path: readonly string[]): string;
}) {
  const { document, nameOf } = props;
  const texts = useTexts('form');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.foreign.length > 0) heading.current?.focus();
  }, [document.foreign]);
  if (document.foreign.length === 0) return null;

  return (
    <section class="notice caution" aria-labelledby="foreign">
      <Glyph name="people" />
      <div>
        <h2 id="foreign" ref={heading} tabIndex={-1}>
          {document.foreignBy === undefined ? texts.elsewhere : texts.elsewhereBy(document.foreignBy)}
        </h2>
        <p>{texts.elsewhereMeaning}</p>
        <ul>
          {document.foreign.map((change) => (
            <li key={change.path.join('.')}>
              {changeSentence(change, nameOf(change.path), texts)} {change.isMineToo && <b>{texts.bothChanged}</b>}
            </li>
          ))}
        </ul>
      </div>
      <div class="actions">
        <button type="button" class="button small" onClick={document.acknowledge}>
          {texts.understood}
        </button>
        <button type="button" class="button small quiet" onClick={document.discard}>
          {texts.takeTheirs}
        </button>
      </div>
    </section>
  );
}
