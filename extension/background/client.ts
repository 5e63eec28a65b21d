import type * as z from 'zod/mini';
import type { AnswerOf, Endpoint, Parts } from '#shared/contract/endpoint.ts';
import { problemDetails } from '#shared/contract/problem.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Result } from '../messages.ts';
import { createTrouble } from './trouble.ts';

/** A service worker's fetch is cut off at 30 s (Chromium), so it ends before that, with a sentence. */
const timeoutMilliseconds = 25_000;

type AnyParts = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** The revision that a change was made from, as the answer told it. */
  readonly revision?: string;
};

export interface Client {
  /** Calls an endpoint of the contract. Never throws: whatever goes wrong is a problem with a sentence. */
  call<E extends Endpoint>(endpoint: E, parts: Parts<E>): Promise<Result<AnswerOf<E>>>;
}

export function createClient(deps: {
  /** The server's origin. */
  readonly server: string;
  readonly fetch: typeof fetch;
  readonly token?: string | undefined;
  readonly language: Language;
}): Client {
  const trouble = createTrouble(deps.language);

  async function answerOf(endpoint: Endpoint, response: Response): Promise<Result<unknown>> {
    const body = await (response.ok ? readerOf(endpoint) : read)(response);
    const revision = response.headers.get('etag');
    if (!response.ok) {
      const problem = problemDetails.safeParse(body);
      return { ok: false, problem: problem.success ? problem.data : trouble.unexpected(response.status) };
    }
    const told = revision === null ? {} : { revision };
    if (!endpoint.answer) return { ok: true, value: undefined, ...told };
    // Members that this extension does not know are left out: an old extension survives a new server.
    const answer = (endpoint.answer as z.ZodMiniType).safeParse(body);
    return answer.success
      ? { ok: true, value: answer.data, ...told }
      : { ok: false, problem: trouble.unexpected(response.status) };
  }

  async function call(endpoint: Endpoint, { params, query, body, revision }: AnyParts): Promise<Result<unknown>> {
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name) => encodeURIComponent(params?.[name] ?? ''));
    const url = new URL(path, deps.server);
    for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) url.searchParams.set(name, value);
    try {
      const response = await deps.fetch(url, {
        method: endpoint.method,
        headers: {
          accept: `${endpoint.mediaType ?? 'application/json'}, application/problem+json`,
          'accept-language': deps.language,
          ...(deps.token === undefined ? {} : { authorization: `Bearer ${deps.token}` }),
          ...(revision === undefined ? {} : { 'if-match': revision }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // What a cache may keep depends on who asks (`Vary`), so nobody sees what is not theirs.
        cache: endpoint.cacheSeconds === undefined ? 'no-store' : 'default',
        credentials: endpoint.takesCredentials ? 'include' : 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      return await answerOf(endpoint, response);
    } catch (error) {
      return { ok: false, problem: trouble.unreachable(error) };
    }
  }

  // The schema of the endpoint has made sure of the type that its table promises.
  return { call: call as Client['call'] };
}

function readerOf({ mediaType = '' }: Endpoint): (response: Response) => Promise<unknown> {
  if (mediaType.startsWith('image/')) return readBytes;
  return mediaType.startsWith('text/') ? readText : read;
}

async function readBytes(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

/** The mark at the beginning stays: spreadsheets know UTF-8 by it. */
async function readText(response: Response): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}

/** The body as JSON; undefined where it is none, which fits no schema. */
async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
