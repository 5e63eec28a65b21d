import { useState } from 'preact/hooks';
import type { FoundPeople } from '#shared/contract/people.ts';
import type { Result } from '../../messages.ts';
import { usePage, useTexts } from '../context.ts';
import { TextField } from '../form/controls.tsx';
import { useLoaded } from '../view/use-loaded.ts';

const most = 5;

/** A person, found by any part of their name; whom no sync has read yet is named by the user name. */
export function PersonField(props: {
  readonly directory: string;
  readonly username: string;
  onChange(username: string): void;
}) {
  const { directory, username, onChange } = props;
  const { background } = usePage();
  const texts = useTexts('diagnosis');
  const [isPicked, setPicked] = useState(false);
  const words = username.trim();
  const isSearched = words.length > 1 && !isPicked;
  const found = useLoaded(
    async (): Promise<Result<FoundPeople>> =>
      isSearched
        ? background.call('findPeople', { query: { q: words, limit: 50 } })
        : { ok: true, value: { people: [] } },
    `${directory} ${isSearched ? words : ''}`,
  );
  const people = found.value?.people.filter((person) => person.directory === directory).slice(0, most) ?? [];
  return (
    <div>
      <TextField
        name="username"
        label={texts.username}
        help={texts.usernameHelp}
        required
        value={username}
        onChange={(next = '') => {
          setPicked(false);
          onChange(next);
        }}
      />
      <ul class="found" aria-label={texts.foundPeople}>
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              class="button small"
              onClick={() => {
                setPicked(true);
                onChange(person.username);
              }}
            >
              {person.displayName} <span class="soft mono">{person.username}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
