import { usePage, useTexts } from '../context.ts';
import { newItem } from '../new-item.ts';
import { NeedsSystemAdmin, useIsSystemAdmin } from '../view/needs-system-admin.tsx';
import { ViewHead } from '../view/view-head.tsx';
import { DirectoryForm } from './directory-form.tsx';
import { DirectoryList } from './directory-list.tsx';
import { NewDirectory } from './new-directory.tsx';

/** All directories, one of them, or a new one. */
export function DirectoriesView() {
  const { item } = usePage().route;
  const shell = useTexts('shell');
  if (!useIsSystemAdmin()) {
    return (
      <>
        <ViewHead title={shell.names.directories} />
        <NeedsSystemAdmin />
      </>
    );
  }
  return (
    <>
      {item === undefined && <DirectoryList />}
      {item === newItem && <NewDirectory />}
      {item !== undefined && item !== newItem && <DirectoryForm key={item} name={item} />}
    </>
  );
}
