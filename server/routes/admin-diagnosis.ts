import { endpoints } from '#shared/contract/endpoints.ts';
import type { Doctor } from '../doctor/create-doctor.ts';
import type { Serve } from './serve.ts';

/** What is wrong with a directory, and what it can do. */
export function serveAdminDiagnosis(serve: Serve, doctor: Doctor): void {
  serve(endpoints.listAttributes, ({ params, query }) => doctor.attributes(params.key, query));
}
