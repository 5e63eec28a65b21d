import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { hasRole } from '#shared/contract/roles.ts';
import type { User } from '#shared/contract/session.ts';
import type { Status } from '../messages.ts';
import type { Background } from './background.ts';
import { type Page, PageContext } from './context.ts';
import { Gate } from './shell/gate.tsx';
import { LeaveDialog } from './shell/leave-dialog.tsx';
import { SessionDialog } from './shell/session-dialog.tsx';
import { Shell } from './shell/shell.tsx';
import { useRoute } from './shell/use-route.ts';
import { CurrentView } from './views.tsx';

/** The whole options page: whoever is an admin administers Nameplate; everybody else is told what is missing. */
export function App({ background }: { readonly background: Background }) {
  const [status, setStatus] = useState<Status>();
  const [announcement, announce] = useState('');
  const { route, go, guard, isLeaving, stay, leave } = useRoute();
  /** Whoever works here stays before their work when the session ends, so that nothing they entered is lost. */
  const worker = useRef<User | undefined>(undefined);

  useEffect(() => {
    void background.getStatus().then(setStatus);
    return background.onStatus(setStatus);
  }, [background]);
  useEffect(() => {
    if (status) document.documentElement.lang = status.language;
  }, [status?.language]);

  if (status?.user) worker.current = hasRole(status.user.role, 'admin') ? status.user : undefined;
  const user = worker.current;
  const language = status?.language ?? 'en';
  const server = status?.server;
  const page = useMemo<Page | undefined>(
    () => (user && server ? { background, language, user, server, route, go, guard, announce } : undefined),
    [background, language, user?.id, user?.role, server, route.view, route.item, go, guard],
  );

  if (!status) return <main aria-busy="true" />;
  if (!page) return <Gate background={background} status={status} onStatus={setStatus} />;

  async function signOut() {
    worker.current = undefined;
    setStatus(await background.signOut());
  }
  return (
    <PageContext.Provider value={page}>
      <Shell
        key={page.user.id}
        onSignOut={signOut}
        onLanguage={(chosen) => background.setLanguage(chosen).then(setStatus)}
      >
        <CurrentView />
      </Shell>
      {isLeaving && <LeaveDialog onStay={stay} onLeave={leave} />}
      {!status.user && <SessionDialog />}
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
    </PageContext.Provider>
  );
}
