import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '#shared/fields/field-kind.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { PlateIcon } from '../../ui/plate-icon.tsx';
import { usePage, useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { Navigation } from './navigation.tsx';

/** The page around a view: who is signed in where, and the way to every other view. */
export function Shell(props: {
  readonly children: ComponentChildren;
  onSignOut(): void;
  onLanguage(language: Language): void;
}) {
  const { language, user, server, route } = usePage();
  const texts = useTexts('shell');
  const [isMenuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);

  useEffect(() => {
    document.title = `${texts.names[route.view]} – Nameplate`;
  }, [texts, route.view]);
  useEffect(() => {
    setMenuOpen(false);
    // At the start the focus is where the browser put it; after that it goes where one went, unless the view put it there.
    if (!isFirst.current && !main.current?.contains(document.activeElement)) main.current?.focus();
    isFirst.current = false;
    window.scrollTo(0, 0);
  }, [route.view, route.item]);

  return (
    <div class="shell">
      <button type="button" class="button skip" onClick={() => main.current?.focus()}>
        {texts.skip}
      </button>
      <header class="side">
        <div class="brand">
          <PlateIcon />
          <div>
            <b>Nameplate</b>
            <small title={texts.server(new URL(server).host)}>{new URL(server).host}</small>
          </div>
          <button
            type="button"
            class="button small menu-button"
            aria-expanded={isMenuOpen}
            aria-controls="navigation"
            onClick={() => setMenuOpen(!isMenuOpen)}
          >
            <Glyph name="menu" />
            {texts.menu}
          </button>
        </div>
        <div id="navigation" class={isMenuOpen ? 'side-body open' : 'side-body'}>
          <Navigation />
          <div class="me">
            <Avatar name={user.displayName} />
            <div class="me-name">
              <b>{user.displayName}</b>
              <small>{user.username}</small>
            </div>
            <LanguageChoice language={language} label={texts.language} onChange={props.onLanguage} />
            <button type="button" class="button small" onClick={props.onSignOut}>
              {texts.signOut}
            </button>
          </div>
        </div>
      </header>
      <main class="content" ref={main} tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}
