import { Problem } from '../problem.ts';

const deepest = 32;

/** The JSON of a request, refused where it could only do harm: `__proto__`, nesting without end, no JSON at all. */
export async function readJSON(request: Request): Promise<unknown> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new Problem('malformed', 'The request needs the header Content-Type: application/json.', {
      field: 'Content-Type',
      rule: 'mediaType',
    });
  }
  const bytes = await request.arrayBuffer();
  let body: unknown;
  try {
    // Bytes of another encoding would otherwise become replacement characters, and be saved as such (RFC 8259 8.1).
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new Problem('malformed', 'The request is no JSON in UTF-8.', { rule: 'json', cause });
  }
  refuseHarm(body);
  return body;
}

function refuseHarm(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) {
      throw new Problem('malformed', `The request is nested deeper than ${deepest} levels.`, { rule: 'tooDeep' });
    }
    const objects = level.filter((value) => typeof value === 'object' && value !== null);
    if (objects.some((value) => Object.hasOwn(value, '__proto__'))) {
      throw new Problem('malformed', '__proto__: there is no such field.', {
        field: '__proto__',
        rule: 'unknownField',
      });
    }
    level = objects.flatMap((value) => Object.values(value));
  }
}
