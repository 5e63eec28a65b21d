import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FoundPerson } from '#shared/contract/people.ts';
import { hasRole } from '#shared/contract/roles.ts';
import type { User } from '#shared/contract/session.ts';
import type { Status } from '../messages.ts';
import { Icon } from '../ui/icon.tsx';
import { messagesIn } from '../ui/messages/messages-in.ts';
import { PlateIcon } from '../ui/plate-icon.tsx';
import { ApprovalsLink } from './approvals/approvals-link.tsx';
import type { Background } from './background.ts';
import { PersonEditor } from './person-editor.tsx';
import { SearchPanel } from './search-panel.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { useSearch } from './use-search.ts';
import { useStatus } from './use-status.ts';

/** The page on which helpdesk finds people and edits their profiles; everybody else is told what is missing. */
export function App({ background, initial }: { readonly background: Background; readonly initial: string }) {
  const status = useStatus(background);
  /** Whoever works here stays before their work when the session ends, so that nothing they entered is lost. */
  const worker = useRef<User | undefined>(undefined);
  useEffect(() => {
    if (!status) return;
    document.documentElement.lang = status.language;
    document.title = `${messagesIn(status.language).people.title} – Nameplate`;
  }, [status?.language]);

  if (!status) return <main aria-busy="true" />;
  if (status.user) worker.current = hasRole(status.user.role, 'helpdesk') ? status.user : undefined;
  const { current: user } = worker;
  if (!user) return <Gate background={background} status={status} />;
  return (
    <>
      <Desk key={user.id} background={background} status={status} userId={user.id} initial={initial} />
      {!status.user && <SessionDialog background={background} language={status.language} />}
    </>
  );
}

function Gate({ background, status }: { readonly background: Background; readonly status: Status }) {
  const { people: texts } = messagesIn(status.language);
  const isSignedOut = !status.user;
  return (
    <main class="empty-state">
      <span class="badge">
        <Icon name="lock" />
      </span>
      <h1>{isSignedOut ? texts.signedOut : texts.notPermitted}</h1>
      <p>{isSignedOut ? texts.signedOutHelp : texts.notPermittedHelp}</p>
      {isSignedOut && (
        <button type="button" class="button primary" onClick={() => void background.openSignIn()}>
          {texts.signIn}
        </button>
      )}
    </main>
  );
}

function Desk(props: {
  readonly background: Background;
  readonly status: Status;
  readonly userId: string;
  readonly initial: string;
}) {
  const { background, status, userId, initial } = props;
  const { language } = status;
  const { people: texts } = messagesIn(language);
  const { words, setWords, found, isSearching, more } = useSearch(background, initial);
  const [open, setOpen] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const leaveFor = useRef<(next: () => void) => void>(undefined);
  // Before the frame that shows the search: a key that is pressed at once would be lost.
  useLayoutEffect(() => {
    if (open === undefined) input.current?.focus();
  }, [open]);
  // Whoever was named on a page, and is the only one of that name, is who was meant.
  const isMeant = useRef(initial !== '');
  useEffect(() => {
    if (!found || !isMeant.current) return;
    isMeant.current = false;
    const [only, another] = found.people;
    if (only && !another) show(only);
  }, [found]);

  function show({ id }: FoundPerson) {
    if (id !== open && leaveFor.current) leaveFor.current(() => go(id));
    else go(id);
  }
  function go(id: string) {
    // The heading of the profile takes the focus that nothing else has.
    input.current?.blur();
    setOpen(id);
  }

  return (
    // By roles, not by elements: another element would be a new search without its focus.
    <div class={open === undefined ? 'desk' : 'desk open'} {...(open === undefined && { role: 'main' })}>
      <div class="finder" {...(open !== undefined && { role: 'complementary', 'aria-label': texts.title })}>
        <div class="finder-head">
          <PlateIcon />
          {open === undefined ? <h1>{texts.title}</h1> : <p class="finder-title">{texts.title}</p>}
          <ApprovalsLink background={background} language={language} />
        </div>
        <SearchPanel
          language={language}
          input={input}
          words={words}
          found={found}
          isSearching={isSearching}
          openId={open}
          onWords={setWords}
          onOpen={show}
          onMore={() => void more()}
        />
      </div>
      <div class="place">
        {open === undefined ? (
          <div class="empty-state">
            <span class="badge">
              <Icon name="people" />
            </span>
            <h2>{texts.begin}</h2>
            <p>{texts.beginHelp}</p>
          </div>
        ) : (
          <PersonEditor
            key={open}
            background={background}
            language={language}
            personId={open}
            isOwn={open === userId}
            onClose={() => setOpen(undefined)}
            onWayOut={(way) => {
              leaveFor.current = way;
            }}
          />
        )}
      </div>
    </div>
  );
}
