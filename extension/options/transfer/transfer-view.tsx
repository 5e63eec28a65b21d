import { useTexts } from '../context.ts';
import { NeedsSystemAdmin, useIsSystemAdmin } from '../view/needs-system-admin.tsx';
import { ViewHead } from '../view/view-head.tsx';
import { ExportCard } from './export-card.tsx';
import { ImportCard } from './import-card.tsx';

/** The whole configuration, out as a file and in again. */
export function TransferView() {
  const shell = useTexts('shell');
  const texts = useTexts('transfer');
  const isSystemAdmin = useIsSystemAdmin();
  return (
    <>
      <ViewHead title={shell.names.transfer} lead={texts.lead} />
      {isSystemAdmin ? (
        <>
          <ExportCard />
          <ImportCard />
        </>
      ) : (
        <NeedsSystemAdmin />
      )}
    </>
  );
}
