import { hasRole } from '#shared/contract/roles.ts';
import { usePage, useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';

export const useIsSystemAdmin = (): boolean => hasRole(usePage().user.role, 'systemAdmin');

/** P5: what could break the connection is for system admins; an admin is told so. */
export function NeedsSystemAdmin() {
  const texts = useTexts('shell');
  return (
    <div class="empty-state">
      <span class="badge">
        <Glyph name="lock" />
      </span>
      <h2>{texts.needsSystemAdmin}</h2>
      <p>{texts.needsSystemAdminMeaning}</p>
    </div>
  );
}
