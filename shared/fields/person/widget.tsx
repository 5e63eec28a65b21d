import './person.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { FoundPerson } from '../../contract/people.ts';
import { controlAttributes } from '../control-attributes.ts';
import type { Language, PersonReference } from '../field-kind.ts';
import type { ControlProps, Widget } from '../widget.ts';
import type { PersonSettings } from './schema.ts';

export const personWidget: Widget<PersonReference, PersonSettings> = {
  Control: PersonControl,
  View: ({ value }) => <>{value.displayName}</>,
};

interface Words {
  readonly hint: string;
  readonly none: string;
  readonly unavailable: string;
  readonly unchosen: string;
  found(count: number): string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    hint: 'Type a name',
    none: 'Nobody goes by this name.',
    unavailable: 'People cannot be searched just now.',
    unchosen: 'Choose somebody from the list.',
    found: (count) => (count === 1 ? '1 person' : `${count} people`),
  },
  de: {
    hint: 'Namen eingeben',
    none: 'Niemand heißt so.',
    unavailable: 'Personen können gerade nicht gesucht werden.',
    unchosen: 'Wählen Sie jemanden aus der Liste.',
    found: (count) => (count === 1 ? '1 Person' : `${count} Personen`),
  },
};

const pauseMilliseconds = 150;

/** A combobox (WAI-ARIA 1.2): what is typed is looked for, and only who is chosen counts. */
function PersonControl(props: ControlProps<PersonReference, PersonSettings>) {
  const { value, language, services } = props;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string>();
  const [found, setFound] = useState<readonly FoundPerson[] | 'unavailable'>();
  const [active, setActive] = useState(0);
  const people = Array.isArray(found) ? (found as readonly FoundPerson[]) : [];
  /** Whoever left a name without choosing anybody still sees it, and that it counts for nothing. */
  const [isUnchosen, setUnchosen] = useState(false);
  const isOpen = typed !== undefined && !isUnchosen && people.length > 0;

  useEffect(() => {
    const sought = typed?.trim();
    setFound(undefined);
    if (!sought) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const answer = (await services.findPeople(sought)) ?? 'unavailable';
      if (!isWanted) return;
      setFound(answer);
      setActive(0);
    }, pauseMilliseconds);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [typed, services]);

  useEffect(() => {
    if (isOpen) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active]);

  function choose(person: FoundPerson | undefined): void {
    if (!person) return;
    props.onInput({ id: person.id, displayName: person.displayName });
    setTyped(undefined);
    setUnchosen(false);
  }

  function press(event: KeyboardEvent): void {
    if (event.isComposing || typed === undefined) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setActive((active + 1) % Math.max(1, people.length)),
      ArrowUp: () => setActive((active + people.length - 1) % Math.max(1, people.length)),
      Enter: () => choose(people[active]),
      // Ends the search alone; the next one is for the editor.
      Escape: () => {
        setTyped(undefined);
        setUnchosen(false);
      },
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  const said = isUnchosen
    ? words[language].unchosen
    : found === 'unavailable'
      ? words[language].unavailable
      : found && countOf(found, words[language]);
  return (
    <div class="combobox">
      <input
        {...controlAttributes({ ...props, invalid: props.invalid || isUnchosen })}
        type="text"
        role="combobox"
        dir="auto"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
        placeholder={words[language].hint}
        value={typed ?? value?.displayName ?? ''}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setUnchosen(false);
          if (currentTarget.value === '') props.onInput(undefined);
        }}
        onKeyDown={press}
        onFocus={() => setUnchosen(false)}
        onBlur={() => {
          if (typed?.trim() && typed.trim() !== value?.displayName) setUnchosen(true);
          else setTyped(undefined);
          props.onLeave();
        }}
      />
      <div
        ref={list}
        id={listId}
        class="combobox-list"
        role="listbox"
        aria-label={words[language].hint}
        hidden={!isOpen}
      >
        {people.map((person, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the combobox
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox (aria-activedescendant)
          <div
            key={person.id}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === active}
            // The input would lose the focus before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
          >
            <bdi>{person.displayName}</bdi>
            <span class="combobox-more">
              <bdi>{person.title ?? person.username}</bdi>
            </span>
          </div>
        ))}
      </div>
      <span class={isUnchosen ? 'note bad' : people.length > 0 ? 'visually-hidden' : 'note quiet'} role="status">
        {typed !== undefined && said}
      </span>
    </div>
  );
}

function countOf(found: readonly FoundPerson[], { none, found: some }: Words): string {
  return found.length === 0 ? none : some(found.length);
}
