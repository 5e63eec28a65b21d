import { endpoints } from '#shared/contract/endpoints.ts';
import type { HistoryView } from '../history/history-view.ts';
import type { Profiles } from '../profiles/profiles.ts';
import type { OwnPasswordOf } from './own-password.ts';
import type { Serve } from './serve.ts';

export function serveHistory(
  serve: Serve,
  view: HistoryView,
  { undo }: Pick<Profiles, 'undo'>,
  ownOf: OwnPasswordOf,
): void {
  serve(endpoints.getHistory, ({ actor, params, query, language }) => view.of(actor, params.id, query, language));
  serve(endpoints.undoChange, ({ actor, params, body: { password, ...request }, language, client }) =>
    undo(actor, params.changeId, request, language, ownOf(password, client)),
  );
  serve(endpoints.getAllHistory, ({ actor, query, language }) => view.all(actor, query, language));
  serve(endpoints.exportHistory, ({ actor, query, language }) => view.asCSV(actor, query, language));
}
