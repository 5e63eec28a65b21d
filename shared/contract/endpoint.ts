import type * as z from 'zod/mini';
import type { Role } from './roles.ts';

/** Who may call: anybody, or whoever is signed in with at least this role. */
export type Access = 'anybody' | Role;

/** One HTTP call. Routes, the extension's client and the OpenAPI document are made from these. */
export interface Endpoint<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
  Answer extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for each path parameter. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The body is checked by the service, which says all that is wrong with it at once and in words of its own. */
  readonly bodyCheckedBy?: 'service';
  /** A request without a body stands for an empty object. */
  readonly bodyIsOptional?: boolean;
  /**
   * The answer is of a document with a revision, which its `ETag` says. `expected`: the call changes the document;
   * `If-Match` says which revision it was made from, and without it any is meant. The extension always says it.
   */
  readonly revision?: 'told' | 'expected';
  /** The status of success; 204 goes without an answer, and that of 303 is the address to go to. */
  readonly status: 200 | 201 | 202 | 204 | 303;
  readonly answer?: Answer;
  /** The media type of an answer that is not JSON. */
  readonly mediaType?: string;
  /** The browser may add what a proxy before the server asks for, such as a ticket of Kerberos. */
  readonly takesCredentials?: boolean;
  /** The most that a request may weigh; 512 KiB unless told. */
  readonly mostBodyBytes?: number;
  /** The caller, and nobody between, may keep the answer for so long. */
  readonly cacheSeconds?: number;
}

type Part<E, Name extends string> = E extends { readonly [name in Name]: infer Schema extends z.ZodMiniType }
  ? z.infer<Schema>
  : undefined;

export type ParamsOf<E> = Part<E, 'params'>;
export type QueryOf<E> = Part<E, 'query'>;
export type BodyOf<E> = Part<E, 'body'>;
/** The body as it is sent, without what has a default. */
export type SentBodyOf<E> = E extends { readonly body: infer Schema extends z.ZodMiniType }
  ? z.input<Schema>
  : undefined;
export type AnswerOf<E> = Part<E, 'answer'>;

type Given<Part, Name extends string> = [Part] extends [undefined] ? unknown : { readonly [name in Name]: Part };
/** What a call of an endpoint needs, by its schemas. */
export type Parts<E> = Given<ParamsOf<E>, 'params'> &
  Given<QueryOf<E>, 'query'> &
  Given<SentBodyOf<E>, 'body'> &
  (E extends { readonly revision: 'expected' } ? { readonly revision: string } : unknown);
