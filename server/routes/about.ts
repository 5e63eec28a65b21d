import { endpoints } from '#shared/contract/endpoints.ts';
import { describeAPI } from './openapi.ts';
import type { Serve } from './serve.ts';

export interface AboutDeps {
  readonly version: string;
  /** All metrics in the Prometheus text format. */
  metrics(): Promise<string>;
}

/** What the server says about itself. */
export function serveAbout(serve: Serve, { version, metrics }: AboutDeps): void {
  const document = describeAPI(endpoints, version);
  serve(endpoints.getHealth, async () => ({ status: 'ok' as const, version }));
  serve(endpoints.getMetrics, metrics);
  serve(endpoints.getOpenAPI, async () => document);
}
