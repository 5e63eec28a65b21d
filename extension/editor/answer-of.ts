import type { ProblemDetails } from '#shared/contract/problem.ts';

type Failed = { readonly ok: false; readonly problem: ProblemDetails };

/** A call that did not come through at all is a problem too: the background is gone or has a fault. */
export async function answerOf<Value extends { readonly ok: boolean }>(call: Promise<Value>): Promise<Value | Failed> {
  return call.catch((cause: unknown) => {
    console.error(cause);
    return {
      ok: false,
      problem: { type: 'urn:nameplate:problem:internal', title: '', status: 500, kind: 'internal', detail: '' },
    };
  });
}

/** X3: nobody may be made to press what they do not see. */
export function covered(detail: string): Failed {
  return { ok: false, problem: ours(detail) };
}

/** Of which the server knows nothing. */
export function ours(detail: string): ProblemDetails {
  return { type: 'about:blank', title: '', status: 403, kind: 'forbidden', detail };
}
