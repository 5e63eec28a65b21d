import type { Profile } from '#shared/contract/profile.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { useEditor, useTexts } from './context.ts';

/** Whose profile this is and where it comes from; without one, only the way out. */
export function Header({ person }: { readonly person?: Profile['person'] }) {
  const editor = useEditor();
  const texts = useTexts();
  return (
    <header class="header">
      {person ? (
        <>
          <Avatar name={person.displayName} />
          <div class="who">
            <h1 tabIndex={-1}>
              <bdi>{person.displayName}</bdi>
            </h1>
            <p>
              <bdi>{person.username}</bdi>
              <span aria-hidden="true"> · </span>
              {person.directory === null ? texts.local : texts.from(person.directoryName ?? person.directory)}
            </p>
          </div>
        </>
      ) : (
        <h1 class="who">{texts.title}</h1>
      )}
      <button type="button" class="icon-button" aria-label={texts.close} title={texts.close} onClick={editor.close}>
        <Icon name="close" />
      </button>
    </header>
  );
}
