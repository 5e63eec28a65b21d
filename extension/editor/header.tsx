import type { Profile } from '#shared/contract/profile.ts';
import { isBinary } from '#shared/fields/kinds.ts';
import type { KeptPicture } from '#shared/fields/picture/picture.ts';
import { usePicture } from '#shared/fields/picture/use-picture.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { useEditor, useTexts } from './context.ts';
import { HistoryButton } from './history-button.tsx';

/** Whose profile this is and where it comes from; without one, only the way out. */
export function Header({ profile }: { readonly profile?: Profile }) {
  const editor = useEditor();
  const texts = useTexts();
  const picture = usePicture(profile && portraitIn(profile), editor.services);
  const person = profile?.person;
  return (
    <header class="header">
      {person ? (
        <>
          <Avatar name={person.displayName} picture={picture?.status === 'shown' ? picture.url : undefined} />
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
      {profile && <HistoryButton profile={profile} />}
      <button type="button" class="icon-button" aria-label={texts.close} title={texts.close} onClick={editor.close}>
        <Icon name="close" />
      </button>
    </header>
  );
}

/** The first picture of a profile, as it is saved. */
function portraitIn({ fields }: Profile): KeptPicture | undefined {
  const values = fields.filter(({ type }) => isBinary(type)).map(({ value }) => value as KeptPicture | null);
  return values.find((value) => value !== null) ?? undefined;
}
