import * as z from 'zod/mini';

/** What went wrong, by kind, with its HTTP status (RFC 9110) and title. */
export const problemKinds = {
  malformed: { status: 400, title: 'The request is malformed' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'This is not permitted' },
  notFound: { status: 404, title: 'There is no such thing' },
  conflict: { status: 409, title: 'Something else came first' },
  tooLarge: { status: 413, title: 'The request is too large' },
  invalid: { status: 422, title: 'A value breaks a rule' },
  refused: { status: 422, title: 'The directory refused it' },
  throttled: { status: 429, title: 'Too many attempts' },
  internal: { status: 500, title: 'Nameplate has a fault' },
  unavailable: { status: 503, title: 'A directory cannot be reached' },
} as const;

export type ProblemKind = keyof typeof problemKinds;

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** One thing that is wrong: a sentence for people; the field and the rule, by name, where there is one. */
export const fault = z.object({
  detail: z.string(),
  field: z.optional(z.string()),
  rule: z.optional(z.string()),
  params: z.optional(params),
});
export type Fault = z.infer<typeof fault>;

/** A problem as it travels: `application/problem+json` (RFC 9457), the first fault's members beside the list of all. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  kind: z.string(),
  detail: z.string(),
  field: z.optional(z.string()),
  rule: z.optional(z.string()),
  params: z.optional(params),
  faults: z.optional(z.array(fault)),
});
export type ProblemDetails = z.infer<typeof problemDetails>;
