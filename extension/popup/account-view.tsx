import { useLayoutEffect, useRef } from 'preact/hooks';
import { hasRole } from '#shared/contract/roles.ts';
import type { User } from '#shared/contract/session.ts';
import type { Status } from '../messages.ts';
import { Avatar } from '../ui/avatar.tsx';
import { messagesIn } from '../ui/messages/messages-in.ts';
import { AdminLink } from './admin-link.tsx';
import { ApproveLink } from './approve-link.tsx';
import type { Extension } from './extension.ts';
import { ServerLine } from './server-line.tsx';
import { SessionList } from './session-list.tsx';
import { SiteSwitch } from './site-switch.tsx';

/** Who is signed in, and what they may do from here. */
export function AccountView(props: {
  readonly extension: Extension;
  readonly status: Status;
  readonly user: User;
  onStatus(status: Status): void;
  readonly onChangeServer: (() => void) | undefined;
}) {
  const { extension, status, user } = props;
  const { popup: messages } = messagesIn(status.language);
  const edit = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => edit.current?.focus(), []);

  return (
    <section>
      <div class="person" role="status">
        <Avatar name={user.displayName} />
        <span>
          <b>{user.displayName}</b>
          <small>{messages.signedInAs(user.username)}</small>
        </span>
      </div>
      <button ref={edit} type="button" class="button primary" onClick={() => extension.editProfile()}>
        {messages.editProfile}
      </button>
      {hasRole(user.role, 'helpdesk') && (
        <button type="button" class="button" onClick={() => extension.findPeople()}>
          {messages.findPeople}
        </button>
      )}
      <ApproveLink extension={extension} messages={messages} />
      <AdminLink extension={extension} role={user.role} messages={messages} />
      {!status.serverIsFixed && <SiteSwitch extension={extension} server={status.server} messages={messages} />}
      <button type="button" class="button" onClick={() => extension.signOut().then(props.onStatus)}>
        {messages.signOut}
      </button>
      <SessionList extension={extension} language={status.language} onStatus={props.onStatus} />
      {status.server !== undefined && (
        <ServerLine server={status.server} messages={messages} onChange={props.onChangeServer} />
      )}
    </section>
  );
}
