import type { ShownDirectory } from '#shared/contract/admin.ts';
import { usePage, useTexts } from '../context.ts';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';

/** D2: people in more than one directory, by name, and which of them wins. */
export function DuplicatesCard({ directories }: { readonly directories: readonly ShownDirectory[] }) {
  const { background } = usePage();
  const texts = useTexts('sync');
  const { value, problem, reload } = useLoaded(() => background.call('listDuplicates', {}));
  const nameOf = (key: string) => directories.find((directory) => directory.key === key)?.name ?? key;
  return (
    <section class="card" aria-labelledby="duplicates">
      <h2 id="duplicates">{texts.duplicates}</h2>
      <p>{texts.duplicatesMeaning}</p>
      {!value && <Placeholder problem={problem} onRetry={reload} />}
      {value?.duplicates.length === 0 && <p class="note">{texts.noDuplicates}</p>}
      <ul class="rows in-card">
        {value?.duplicates.map(({ username, people }) => (
          <li key={username} class="row">
            <b class="mono">{username}</b>
            <div class="row-tags">
              {people.map(({ id, displayName, directory, wins }) => (
                <span key={id} class={wins ? 'tag good' : 'tag'}>
                  {displayName}, {nameOf(directory)}
                  {wins && ` – ${texts.wins}`}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
