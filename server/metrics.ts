import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { AnsweredRequest } from './app.ts';

/** What Prometheus may read of this process. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'nameplate_http_request_duration_seconds',
    help: 'Time to answer a request, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  return {
    observe({ method, route, status, milliseconds }: AnsweredRequest): void {
      duration.observe({ method, route, status }, milliseconds / 1000);
    },
    text: (): Promise<string> => registry.metrics(),
  };
}
