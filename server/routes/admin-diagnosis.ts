import { endpoints } from '#shared/contract/endpoints.ts';
import type { AdminConfiguration } from '../configuration/admin-configuration.ts';
import type { Doctor } from '../doctor/create-doctor.ts';
import type { Serve } from './serve.ts';

/** What is wrong with a directory, and what it can do. */
export function serveAdminDiagnosis(serve: Serve, doctor: Doctor, admin: AdminConfiguration): void {
  serve(endpoints.listAttributes, ({ params, query }) => doctor.attributes(params.key, query));
  serve(endpoints.testDirectory, async ({ params, body: { definition, username } }) => {
    const draft = definition && (await admin.draftDirectory(params.key, definition));
    return doctor.testDirectory(params.key, draft, username);
  });
  serve(endpoints.testWrite, ({ body }) => doctor.testWrite(body.directory, body.username, body.attributes));
  serve(endpoints.runDoctor, ({ query }) => doctor.check(query));
}
