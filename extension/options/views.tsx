import { usePage } from './context.ts';
import { DirectoriesView } from './directories/directories-view.tsx';
import { FieldsView } from './fields/fields-view.tsx';
import { RolesView } from './roles/roles-view.tsx';
import { SettingsView } from './settings/settings-view.tsx';
import { TransferView } from './transfer/transfer-view.tsx';

/** The view that one is in. */
export function CurrentView() {
  const { route } = usePage();
  switch (route.view) {
    case 'fields':
      return <FieldsView />;
    case 'roles':
      return <RolesView />;
    case 'settings':
      return <SettingsView />;
    case 'transfer':
      return <TransferView />;
    case 'directories':
      return <DirectoriesView />;
  }
}
