import { hash } from 'node:crypto';
import type { Context } from 'hono';
import { Problem } from '../problem.ts';

/** An answer with the revision of what it shows. */
export interface Revised<Answer> {
  readonly answer: Answer;
  readonly revision: number;
}

/** RFC 9110 8.8.3. */
export function tellRevision<Answer>(c: Context, { answer, revision }: Revised<Answer>): Answer {
  c.header('ETag', `"${revision}"`);
  return answer;
}

/** What `If-Match` says, with quotes or without; undefined stands for any revision (RFC 9110 13.1.1). */
export function expectedRevision(c: Context): number | undefined {
  const header = c.req.header('If-Match')?.trim() ?? '*';
  if (header === '*') return undefined;
  const revision = /^(?:(?:W\/)?"(\d{1,15})"|(\d{1,15}))$/.exec(header);
  if (revision) return Number(revision[1] ?? revision[2]);
  const detail =
    'If-Match: send what the ETag said when you read what you change, such as "7"; * or no If-Match at all overwrites whatever is there.';
  throw new Problem('malformed', detail, { field: 'If-Match', rule: 'revision' });
}

/** Lets the caller keep an answer, by its ETag; true where it has this very answer. */
export function isKeptAlready(c: Context, answer: string | Uint8Array, seconds: number): boolean {
  const tag = `"${hash('sha256', answer)}"`;
  c.header('ETag', tag);
  c.header('Cache-Control', `private, max-age=${seconds}`);
  c.header('Vary', 'Authorization', { append: true });
  const known = c.req.header('If-None-Match')?.split(',') ?? [];
  return known.some((each) => each.trim().replace(/^W\//u, '') === tag);
}
