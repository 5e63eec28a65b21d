import * as z from 'zod/mini';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { problemDetails, problemKinds } from '#shared/contract/problem.ts';

/** The contract as an OpenAPI 3.1 document (its schemas are JSON Schema 2020-12). */
export function describeAPI(endpoints: Readonly<Record<string, Endpoint>>, version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [operationId, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replaceAll(/:(\w+)/gu, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describe(operationId, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Nameplate', version, description: 'People correct their own directory data.' },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemDetails, 'output') },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  };
}

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description:
    'The ETag of what the change was made from: 409 where it was overtaken. * or none overwrites what is there.',
  schema: { type: 'string' },
};

const entityTag = { description: 'Stands for what is answered.', schema: { type: 'string' } };

function describe(operationId: string, endpoint: Endpoint) {
  const { summary, access, params, query, body, bodyIsOptional = false, revision } = endpoint;
  const { status, answer, mediaType, cacheSeconds } = endpoint;
  const isTagged = revision !== undefined || cacheSeconds !== undefined;
  return {
    operationId,
    summary,
    ...(access !== 'anybody' && { security: [{ session: [] }], 'x-role': access }),
    parameters: [
      ...parameters('path', params),
      ...parameters('query', query),
      ...(revision === 'expected' ? [ifMatch] : []),
    ],
    ...(body && { requestBody: { required: !bodyIsOptional, content: content(body, 'input') } }),
    responses: {
      [status]: {
        description: 'Done',
        ...(isTagged && { headers: { ETag: entityTag } }),
        ...(answer && { content: content(answer, 'output', mediaType) }),
      },
      default: {
        description: `A problem: ${[...new Set(Object.values(problemKinds).map((kind) => kind.status))].join(', ')}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function content(schema: z.ZodMiniType, io: 'input' | 'output', mediaType = 'application/json') {
  return { [mediaType]: { schema: jsonSchema(schema, io) } };
}

function parameters(place: 'path' | 'query', schema: z.ZodMiniType | undefined) {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
