import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { isKeptAlready } from './conditional.ts';

/** What a route gave back, in the form that its endpoint names. */
export function sendAnswer(c: Context, { status, mediaType, cacheSeconds }: Endpoint, answer: unknown): Response {
  if (status === 204) return c.body(null, 204);
  if (status === 303) return c.redirect(String(answer), 303);
  if (mediaType === undefined) return c.json(answer as object, status);
  if (mediaType === 'text/event-stream') return sendEvents(c, answer as AsyncIterable<unknown>);
  const body = answer instanceof Uint8Array ? new Uint8Array(answer) : String(answer);
  if (cacheSeconds !== undefined && isKeptAlready(c, body, cacheSeconds)) return c.body(null, 304);
  return c.body(body, status, { 'Content-Type': mediaType });
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
