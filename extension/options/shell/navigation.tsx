import { usePage, useTexts } from '../context.ts';
import { Glyph, type GlyphName } from '../glyph.tsx';
import { hrefOf, type View } from '../route.ts';

const groups = {
  setUp: ['first-steps', 'directories', 'fields', 'write-access'],
  people: ['roles', 'sign-in'],
  run: ['sync', 'changes', 'settings', 'transfer'],
} as const satisfies Readonly<Record<string, readonly View[]>>;

const glyphs = {
  'first-steps': 'flag',
  directories: 'directory',
  fields: 'fields',
  'write-access': 'pen',
  roles: 'people',
  'sign-in': 'lock',
  sync: 'sync',
  changes: 'clock',
  settings: 'settings',
  transfer: 'transfer',
} as const satisfies Readonly<Record<View, GlyphName>>;

/** The way to every view; the browser's own links, so that they open in a tab of their own too. */
export function Navigation() {
  const { route } = usePage();
  const texts = useTexts('shell');
  return (
    <nav aria-label={texts.views}>
      {Object.entries(groups).map(([group, own]) => (
        <div key={group} class="nav-group">
          <p id={`nav-${group}`}>{texts.groups[group as keyof typeof groups]}</p>
          <ul aria-labelledby={`nav-${group}`}>
            {own.map((view: View) => (
              <li key={view}>
                <a href={hrefOf({ view })} aria-current={route.view === view ? 'page' : undefined}>
                  <Glyph name={glyphs[view]} />
                  {texts.names[view]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
