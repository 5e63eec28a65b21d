import { useTexts } from '../context.ts';
import { ViewHead } from '../view/view-head.tsx';
import { HistoryCard } from './history-card.tsx';
import { WaitingCard } from './waiting-card.tsx';

/** What people changed, and what of it is still on its way. */
export function ChangesView() {
  const shell = useTexts('shell');
  const texts = useTexts('changes');
  return (
    <>
      <ViewHead title={shell.names.changes} lead={texts.lead} />
      <WaitingCard />
      <HistoryCard />
    </>
  );
}
