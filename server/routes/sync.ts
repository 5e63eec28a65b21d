import { endpoints } from '#shared/contract/endpoints.ts';
import type { SyncService } from '../sync/sync-service.ts';
import type { Serve } from './serve.ts';

export function serveSync(serve: Serve, sync: SyncService): void {
  serve(endpoints.startSyncRun, ({ body, session }) =>
    sync.start({ ...body, startedBy: { kind: 'person', name: session.user.username } }),
  );
  serve(endpoints.listSyncRuns, ({ query }) => sync.list(query.limit, query.cursor));
  serve(endpoints.getSyncRun, ({ params }) => sync.run(params.id));
  serve(endpoints.watchSyncRun, async ({ params }) => {
    await sync.run(params.id);
    return sync.watch(params.id);
  });
  serve(endpoints.cancelSyncRun, async ({ params }) => {
    await sync.cancel(params.id);
    return undefined;
  });
  serve(endpoints.getLastSync, ({ params, query }) => sync.lastSync(params.key, query.timeZone));
  serve(endpoints.putLastSync, ({ params, body }) => sync.setLastSync(params.key, body));
  serve(endpoints.previewSync, ({ params }) => sync.preview(params.key));
  serve(endpoints.listHiddenPeople, ({ query }) => sync.hidden(query.limit, query.cursor));
  serve(endpoints.showHiddenPerson, async ({ params }) => {
    await sync.show(params.id);
    return undefined;
  });
  serve(endpoints.listDuplicates, async () => ({ duplicates: await sync.duplicates() }));
  serve(endpoints.getSchedule, ({ query }) => sync.schedule(query));
}
