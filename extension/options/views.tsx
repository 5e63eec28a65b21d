import { ChangesView } from './changes/changes-view.tsx';
import { usePage } from './context.ts';
import { DirectoriesView } from './directories/directories-view.tsx';
import { FieldsView } from './fields/fields-view.tsx';
import { FirstStepsView } from './first-steps/first-steps-view.tsx';
import { RolesView } from './roles/roles-view.tsx';
import { SettingsView } from './settings/settings-view.tsx';
import { SignInView } from './sign-in/sign-in-view.tsx';
import { SyncView } from './sync/sync-view.tsx';
import { TransferView } from './transfer/transfer-view.tsx';
import { WriteAccessView } from './write-access/write-access-view.tsx';

/** The view that one is in. */
export function CurrentView() {
  const { route } = usePage();
  switch (route.view) {
    case 'fields':
      return <FieldsView />;
    case 'write-access':
      return <WriteAccessView />;
    case 'roles':
      return <RolesView />;
    case 'sign-in':
      return <SignInView />;
    case 'settings':
      return <SettingsView />;
    case 'sync':
      return <SyncView />;
    case 'changes':
      return <ChangesView />;
    case 'transfer':
      return <TransferView />;
    case 'first-steps':
      return <FirstStepsView />;
    case 'directories':
      return <DirectoriesView />;
  }
}
