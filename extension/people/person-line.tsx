import type { FoundPerson } from '#shared/contract/people.ts';
import { Avatar } from '../ui/avatar.tsx';
import type { Catalogue } from '../ui/messages/catalogue.ts';

/** A person among those found: enough to tell one from another, and why they were found. */
export function PersonLine({ person, texts }: { readonly person: FoundPerson; readonly texts: Catalogue['people'] }) {
  const { displayName, username, title, match } = person;
  const from = person.directory === null ? texts.local : (person.directoryName ?? person.directory);
  return (
    <>
      <Avatar name={displayName} />
      <span class="line">
        <b>
          <bdi>{displayName}</bdi>
        </b>
        {title && (
          <span>
            <bdi>{title}</bdi>
          </span>
        )}
        <small>
          <bdi>{username}</bdi>
          <span aria-hidden="true"> · </span>
          <bdi>{from}</bdi>
        </small>
        {match && match.value !== title && (
          <small class="match">
            <bdi>{match.label}</bdi>: <bdi>{match.value}</bdi>
          </small>
        )}
      </span>
    </>
  );
}
