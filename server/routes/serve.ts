import type { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { bodyLimit } from 'hono/body-limit';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '#shared/contract/endpoint.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { languages } from '#shared/fields/localized.ts';
import type { OpenSession, Sessions } from '../identity/sessions.ts';
import { Problem } from '../problem.ts';
import type { Actor } from '../profiles/actor.ts';
import { authorize, bearerToken } from './authorize.ts';
import type { Client, ClientOf } from './client.ts';
import { expectedRevision, type Revised, tellRevision } from './conditional.ts';
import { parseRequest } from './parse-request.ts';
import { readJSON } from './request-body.ts';
import { sendAnswer } from './send-answer.ts';

const mostBodyBytes = 512 * 1024;

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
        params: endpoint.params && parseRequest(endpoint.params, c.req.param()),
        query: endpoint.query && parseRequest(endpoint.query, c.req.query()),
        body: endpoint.body && (await readBody(endpoint, c.req.raw)),
        expectedRevision: endpoint.revision === 'expected' ? expectedRevision(c) : undefined,
        session,
        actor: session && { personId: session.user.id, role: session.user.role },
        token,
        client: clientOf(c),
        language: accepts(c, { header: 'Accept-Language', supports: [...languages], default: 'en' }) as Language,
      };
      const handled = await handle(call as Call<typeof endpoint>);
      const answer: unknown = endpoint.revision ? tellRevision(c, handled as unknown as Revised<unknown>) : handled;
      return sendAnswer(c, endpoint, answer);
    });
  };
}

async function readBody({ body, bodyCheckedBy, bodyIsOptional }: Endpoint, request: Request): Promise<unknown> {
  const document = bodyIsOptional && !request.headers.has('content-type') ? {} : await readJSON(request);
  return body && bodyCheckedBy === undefined ? parseRequest(body, document) : document;
}

function limitBody({ mostBodyBytes: maxSize = mostBodyBytes }: Endpoint) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem('tooLarge', `The request is larger than ${maxSize / 1024} KiB.`, { rule: 'tooLarge' });
    },
  });
}
