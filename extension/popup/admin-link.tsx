import type { Role } from '#shared/contract/roles.ts';
import type { Catalogue } from '../ui/messages/catalogue.ts';
import type { Extension } from './extension.ts';

/** The way to the options page, for whom it is. */
export function AdminLink(props: {
  readonly extension: Extension;
  readonly role: Role;
  readonly messages: Catalogue['popup'];
}) {
  if (props.role !== 'admin' && props.role !== 'systemAdmin') return null;
  return (
    <button type="button" class="button" onClick={() => props.extension.administer()}>
      {props.messages.administer}
    </button>
  );
}
