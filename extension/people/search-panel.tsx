import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FoundPerson } from '#shared/contract/people.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { problemSentence } from '../editor/problem-sentence.ts';
import { Icon } from '../ui/icon.tsx';
import { messagesIn } from '../ui/messages/messages-in.ts';
import { PersonLine } from './person-line.tsx';
import type { Found } from './use-search.ts';

const listId = 'people-found';
const idOf = ({ id }: FoundPerson) => `person-${id}`;

/** The search and whom it found; by keyboard a combobox (WAI-ARIA APG): arrows choose, Enter opens, Escape clears. */
export function SearchPanel(props: {
  readonly language: Language;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly words: string;
  readonly found: Found | undefined;
  readonly isSearching: boolean;
  readonly openId: string | undefined;
  onWords(words: string): void;
  onOpen(person: FoundPerson): void;
  onMore(): void;
}) {
  const { language, words, found, isSearching, openId } = props;
  const { people: texts } = messagesIn(language);
  const [chosen, choose] = useState<string>();
  const people = found?.people ?? [];
  const isAnswered = found?.words === words.trim();
  /** Whom Enter opens: whoever was chosen, else the first whom these very words found. */
  const current = people.find(({ id }) => id === chosen) ?? (isAnswered ? people[0] : undefined);
  /** Enter was pressed before the answer came. */
  const isAwaited = useRef(false);

  useEffect(() => choose(undefined), [found?.words]);
  useEffect(() => {
    if (!isAwaited.current || !isAnswered) return;
    isAwaited.current = false;
    if (current) props.onOpen(current);
  }, [found]);
  useEffect(() => {
    if (chosen) document.getElementById(`person-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (step !== undefined && people.length > 0) {
      const from = current ? people.indexOf(current) : step > 0 ? -1 : 0;
      choose(people[(from + step + people.length) % people.length]?.id);
    } else if (event.key === 'Enter' && words.trim() !== '') {
      if (current) props.onOpen(current);
      else isAwaited.current = !isAnswered;
    } else if (event.key === 'Escape' && words !== '') {
      props.onWords('');
    } else return;
    event.preventDefault();
  }

  return (
    <search class="panel">
      <div class="search-box">
        <label class="visually-hidden" for="people-search">
          {texts.title}
        </label>
        <input
          ref={props.input}
          id="people-search"
          class="control"
          type="text"
          role="combobox"
          aria-expanded={people.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current && idOf(current)}
          aria-describedby="search-help"
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          placeholder={texts.search}
          value={words}
          onInput={(event) => {
            isAwaited.current = false;
            choose(undefined);
            props.onWords(event.currentTarget.value);
          }}
          onKeyDown={press}
        />
        {words !== '' && (
          <button
            type="button"
            class="icon-button"
            aria-label={texts.clear}
            title={texts.clear}
            onClick={() => {
              props.onWords('');
              props.input.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <p class="help" id="search-help">
        {texts.searchHelp}
      </p>
      <p class="visually-hidden" role="status">
        {isSearching ? texts.searching : found && !found.problem && texts.found(people.length, !found.next)}
      </p>
      <div id={listId} class="results" role="listbox" aria-label={texts.results} aria-busy={isSearching}>
        {people.map((person) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the combobox
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox (aria-activedescendant)
          <div
            key={person.id}
            id={idOf(person)}
            role="option"
            aria-selected={person === current}
            aria-current={person.id === openId}
            class="result"
            onClick={() => props.onOpen(person)}
          >
            <PersonLine person={person} texts={texts} />
          </div>
        ))}
      </div>
      {found?.problem && (
        <p class="trouble" role="alert">
          {problemSentence(found.problem, language)}
        </p>
      )}
      {found && !found.problem && people.length === 0 && !isSearching && (
        <div class="nobody">
          <b>{texts.nobody}</b>
          <p>{texts.nobodyHelp}</p>
        </div>
      )}
      {found?.next && (
        <button
          type="button"
          class="button quiet"
          aria-disabled={isSearching}
          onClick={() => isSearching || props.onMore()}
        >
          {texts.more}
        </button>
      )}
    </search>
  );
}
