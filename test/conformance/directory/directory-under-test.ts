import type { GatewayDeps } from '#server/directory/create-gateway.ts';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';

export interface PersonUnderTest {
  readonly username: string;
  /** The naming value; the user name unless told. */
  readonly cn?: string;
  readonly password?: string;
  readonly attributes?: Readonly<Record<string, readonly (string | Uint8Array)[]>>;
}

/** A real directory as the conformance suite needs it: what the gateway is given, and deeds behind the gateway's back. */
export interface DirectoryUnderTest {
  readonly definition: DirectoryDefinition;
  readonly deps: GatewayDeps;
  /** Single-valued on this kind of directory, or several: an attribute of each, and one for pictures. */
  readonly textAttribute: string;
  readonly multiValuedAttribute: string;
  readonly pictureAttribute: string;
  /** A change that this directory refuses, beside the rule that it is to be explained by. */
  readonly refused: readonly { readonly attribute: string; readonly value: string; readonly rule: string }[];
  add(person: PersonUnderTest): Promise<void>;
  /** Sets the values as the directory's own tools do. */
  set(username: string, attribute: string, values: readonly (string | Uint8Array)[]): Promise<void>;
  /** The values in base64, as the directory's own tools show them. */
  values(username: string, attribute: string): Promise<string[]>;
  rename(username: string, cn: string): Promise<void>;
  /** A group with these people in it, or with these groups; its DN. */
  addGroup(name: string, members: readonly string[]): Promise<string>;
  dnOf(username: string): string;
  stop(): Promise<void>;
}
