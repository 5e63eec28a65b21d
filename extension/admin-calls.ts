import type { AnswerOf, Parts } from '#shared/contract/endpoint.ts';
import type { endpoints } from '#shared/contract/endpoints.ts';

type Endpoints = typeof endpoints;

/** What the options page calls beside the admin's own endpoints. */
export const alsoForAdmins = ['getHealth', 'getSession', 'findPeople'] as const satisfies readonly (keyof Endpoints)[];

/** The endpoints that the options page may call, by their names in the contract's table. */
export type AdminEndpoint =
  | {
      [Name in keyof Endpoints]: Endpoints[Name]['path'] extends `/api/admin/${string}` ? Name : never;
    }[keyof Endpoints]
  | (typeof alsoForAdmins)[number];

export type AdminParts<Name extends AdminEndpoint> = Parts<Endpoints[Name]>;
export type AdminAnswer<Name extends AdminEndpoint> = AnswerOf<Endpoints[Name]>;

/** A call as it travels from the options page to the background. */
export interface AdminCall {
  readonly name: AdminEndpoint;
  readonly parts: object;
}
