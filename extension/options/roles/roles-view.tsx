import { useMemo } from 'preact/hooks';
import type { RoleMembers } from '#shared/contract/configuration/roles.ts';
import { usePage, useTexts } from '../context.ts';
import { DocumentForm } from '../document/document-form.tsx';
import { type Source, useDocument } from '../document/use-document.ts';
import { useIsSystemAdmin } from '../view/needs-system-admin.tsx';
import { ViewHead } from '../view/view-head.tsx';
import { MembersCard } from './members-card.tsx';

const listed = ['systemAdmin', 'admin', 'helpdesk'] as const;

/** Who holds which role: by name, or by a group of a directory. */
export function RolesView() {
  const { background } = usePage();
  const shell = useTexts('shell');
  const texts = useTexts('roles');
  const isSystemAdmin = useIsSystemAdmin();
  const source = useMemo<Source<RoleMembers>>(
    () => ({
      load: () => background.call('getRoles', {}),
      save: (body, revision) => background.call('putRoles', { body, revision }),
    }),
    [background],
  );
  const document = useDocument(source);
  const labelOf = (place: string) => texts[listed.find((role) => place.startsWith(role)) ?? 'entry'];
  return (
    <>
      <ViewHead title={shell.names.roles} lead={texts.lead} />
      <DocumentForm document={document} labelOf={labelOf}>
        {(draft) =>
          listed.map((role) => (
            <MembersCard
              key={role}
              role={role}
              members={draft[role]}
              isLocked={role === 'systemAdmin' && !isSystemAdmin}
              onChange={(members) => document.edit((now) => ({ ...now, [role]: members }))}
            />
          ))
        }
      </DocumentForm>
    </>
  );
}
