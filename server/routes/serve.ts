import { hash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import * as z from 'zod/mini';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '#shared/contract/endpoint.ts';
import type { Fault } from '#shared/contract/problem.ts';
import { hasRole } from '#shared/contract/roles.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { languages } from '#shared/fields/localized.ts';
import type { OpenSession, Sessions } from '../identity/sessions.ts';
import { Problem } from '../problem.ts';
import type { Actor } from '../profiles/actor.ts';
import type { Client, ClientOf } from './client.ts';
import { readJSON } from './request-body.ts';

const mostBodyBytes = 512 * 1024;

/** zod/mini itself says no more than "Invalid input". */
const { localeError } = z.locales.en();

/** What a route gets: everything checked, the actor known. */
export interface Call<E> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  /** Unchecked where the service checks it. */
  readonly body: E extends { readonly bodyCheckedBy: 'service' } ? unknown : BodyOf<E>;
  /** What `If-Match` says; undefined stands for any revision. */
  readonly expectedRevision: number | undefined;
  readonly session: E extends { readonly access: 'anybody' } ? undefined : OpenSession;
  readonly actor: E extends { readonly access: 'anybody' } ? undefined : Actor;
  /** The session's token. */
  readonly token: string;
  readonly language: Language;
  readonly client: Client;
}

/** An answer with the revision of what it shows. */
export interface Revised<Answer> {
  readonly answer: Answer;
  readonly revision: number;
}

/** What a route gives back. */
export type Handled<E> = E extends { readonly revision: string }
  ? Revised<AnswerOf<E>>
  : E extends { readonly mediaType: 'text/event-stream' }
    ? AsyncIterable<AnswerOf<E>>
    : AnswerOf<E>;

export type Serve = <E extends Endpoint>(endpoint: E, handle: (call: Call<E>) => Promise<Handled<E>>) => void;

/** Puts endpoints of the contract on the app: who calls is known and every part is checked before a route sees it. */
export function createServe(app: Hono, sessions: Sessions, clientOf: ClientOf): Serve {
  return (endpoint, handle) => {
    if (endpoint.body) app.on(endpoint.method, endpoint.path, limitBody(endpoint));
    app.on(endpoint.method, endpoint.path, async (c) => {
      const token = bearerToken(c);
      const session = endpoint.access === 'anybody' ? undefined : await authorize(endpoint, token, sessions);
      const call = {
        params: endpoint.params && parse(endpoint.params, c.req.param()),
        query: endpoint.query && parse(endpoint.query, c.req.query()),
        body: endpoint.body && (await readBody(endpoint, c.req.raw)),
        expectedRevision: endpoint.revision === 'expected' ? expectedRevision(c) : undefined,
        session,
        actor: session && { personId: session.user.id, role: session.user.role },
        token,
        client: clientOf(c),
        language: accepts(c, { header: 'Accept-Language', supports: [...languages], default: 'en' }) as Language,
      };
      const handled = await handle(call as Call<typeof endpoint>);
      const answer: unknown = endpoint.revision ? told(c, handled as unknown as Revised<unknown>) : handled;
      if (endpoint.status === 204) return c.body(null, 204);
      if (endpoint.mediaType === 'text/event-stream') return sendEvents(c, answer as AsyncIterable<unknown>);
      if (endpoint.status === 303) return c.redirect(String(answer), 303);
      const body = answer instanceof Uint8Array ? new Uint8Array(answer) : String(answer);
      if (endpoint.cacheSeconds !== undefined && isKeptAlready(c, body, endpoint.cacheSeconds))
        return c.body(null, 304);
      if (endpoint.mediaType) return c.body(body, endpoint.status, { 'Content-Type': endpoint.mediaType });
      return c.json(answer as object, endpoint.status);
    });
  };
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html; whoever stops listening ends the events. */
function sendEvents(c: Context, events: AsyncIterable<unknown>): Response {
  return streamSSE(c, async (stream) => {
    for await (const event of events) {
      if (stream.aborted) return;
      await stream.writeSSE({ data: JSON.stringify(event) });
    }
  });
}

/** RFC 9110 8.8.3. */
function told(c: Context, { answer, revision }: Revised<unknown>): unknown {
  c.header('ETag', `"${revision}"`);
  return answer;
}

/** RFC 9110 13.1.1. */
function expectedRevision(c: Context): number | undefined {
  const header = c.req.header('If-Match') ?? '';
  const revision = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (revision !== undefined) return Number(revision);
  if (header.trim() === '*') return undefined;
  const detail =
    'Say by If-Match which revision you changed: what the ETag said when it was read, or * to overwrite whatever is there.';
  throw new Problem('malformed', detail, { field: 'If-Match', rule: 'revision' });
}

async function readBody({ body, bodyCheckedBy, bodyIsOptional }: Endpoint, request: Request): Promise<unknown> {
  const document = bodyIsOptional && !request.headers.has('content-type') ? {} : await readJSON(request);
  return body && bodyCheckedBy === undefined ? parse(body, document) : document;
}

function limitBody({ mostBodyBytes: maxSize = mostBodyBytes }: Endpoint) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem('tooLarge', `The request is larger than ${maxSize / 1024} KiB.`, { rule: 'tooLarge' });
    },
  });
}

/** Lets the caller keep an answer, by its ETag (RFC 9110 8.8.3); true where it has this very answer. */
function isKeptAlready(c: Context, answer: string | Uint8Array, seconds: number): boolean {
  const tag = `"${hash('sha256', answer)}"`;
  c.header('ETag', tag);
  c.header('Cache-Control', `private, max-age=${seconds}`);
  c.header('Vary', 'Authorization', { append: true });
  const known = c.req.header('If-None-Match')?.split(',') ?? [];
  return known.some((each) => each.trim().replace(/^W\//u, '') === tag);
}

async function authorize({ access }: Endpoint, token: string, sessions: Sessions): Promise<OpenSession> {
  const session = token === '' ? undefined : await sessions.find(token);
  if (!session)
    throw new Problem('unauthenticated', 'Sign in first: there is no session, or it has ended.', { rule: 'session' });
  if (access !== 'anybody' && !hasRole(session.user.role, access)) {
    throw new Problem('forbidden', `This needs the role ${access}.`, { rule: 'role', params: { role: access } });
  }
  return session;
}

function bearerToken(c: Context): string {
  return /^Bearer +([\w-]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
}

function parse(schema: z.ZodMiniType, input: unknown): unknown {
  const result = schema.safeParse(input, { error: localeError });
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(faultsOf);
  throw new Problem('malformed', faults[0]?.detail ?? 'The request is malformed.', { ...faults[0], faults });
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const field = [...path, key].join('.');
      return { field, rule: 'unknownField', detail: `${field}: there is no such field.` };
    });
  }
  const field = path.join('.') || 'request';
  return [{ field, rule: issue.code, detail: `${field}: ${issue.message}.` }];
}
