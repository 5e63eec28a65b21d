import { render } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Settings } from '#shared/contract/configuration/settings.ts';
import editorStyle from '../../editor/editor.css?inline';
import { usePage, useTexts } from '../context.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import previewStyle from './preview.css?inline';
import { PreviewForm } from './preview-form.tsx';
import { previewProfile } from './preview-profile.ts';

/** The styles that field types bring themselves. */
const fieldStyles = import.meta.glob<string>('../../../shared/fields/*/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});

/** The profile as an employee sees it, drawn by the editor's own components, in a root of its own with its own style. */
export function ProfilePreview(props: { readonly fields: readonly FieldDraft[]; readonly settings: Settings }) {
  const { fields, settings } = props;
  const { language } = usePage();
  const texts = useTexts('fields');
  const host = useRef<HTMLDivElement>(null);
  // What was read anew and says the same is no reason to draw anew, and to take the focus away.
  const drawn = previewProfile(fields, settings, language);
  const identity = JSON.stringify(drawn);
  const profile = useMemo(() => drawn, [identity]);

  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    // Not by an element: the content security policy lets no style in that is not a file.
    if (root.adoptedStyleSheets.length === 0)
      root.adoptedStyleSheets = [editorStyle, ...Object.values(fieldStyles), previewStyle].map(sheetOf);
    render(<PreviewForm key={identity} profile={profile} language={language} />, root);
  }, [profile, language]);
  useEffect(() => {
    const root = host.current?.shadowRoot;
    return () => {
      if (root) render(null, root);
    };
  }, []);

  return (
    <aside class="preview" aria-labelledby="preview">
      <h2 id="preview">{texts.preview}</h2>
      <p class="note">{texts.previewMeaning}</p>
      <div ref={host} class="preview-host" />
    </aside>
  );
}

function sheetOf(style: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}
