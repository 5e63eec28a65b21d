import type { ComponentChildren } from 'preact';
import { useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { hrefOf, type Route } from '../route.ts';

/** What a view is, what one does there, and its main actions. */
export function ViewHead(props: {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly back?: Route;
  readonly children?: ComponentChildren;
}) {
  const { title, lead, back, children } = props;
  const shell = useTexts('shell');
  const texts = useTexts('form');
  return (
    <header class="view-head">
      <div>
        {back && (
          <a class="back-link" href={hrefOf(back)}>
            <Glyph name="back" />
            {texts.back(shell.names[back.view])}
          </a>
        )}
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {children && <div class="actions">{children}</div>}
    </header>
  );
}
