import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';

/** What the server says about itself. */
export const aboutEndpoints = {
  getHealth: {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the server works',
    access: 'anybody',
    status: 200,
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
  },
  getMetrics: {
    method: 'GET',
    path: '/api/metrics',
    summary: 'Metrics in the Prometheus text format',
    access: 'anybody',
    status: 200,
    answer: z.string(),
    mediaType: 'text/plain',
  },
  getOpenAPI: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This API as an OpenAPI 3.1 document',
    access: 'anybody',
    status: 200,
    answer: z.looseObject({ openapi: z.string() }),
  },
} as const satisfies Record<string, Endpoint>;
