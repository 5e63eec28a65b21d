import type { Name } from './names/draw-name.ts';

/** Somebody who works for the sample company; what is undefined, nobody ever entered. */
export interface Person {
  readonly dn: string;
  readonly uid: string;
  /** The attribute that the entry is named by; those from outside are named by a `cn` that needs escaping. */
  readonly namedBy: 'uid' | 'cn';
  readonly commonName: string;
  readonly name: Name;
  readonly displayName: string | undefined;
  readonly employeeNumber: string;
  readonly department: { readonly number: string; readonly name: string };
  readonly title: string | undefined;
  readonly mail: string | undefined;
  readonly phone: string | undefined;
  readonly mobile: string | undefined;
  readonly location: string | undefined;
  readonly room: string | undefined;
  readonly address: readonly string[] | undefined;
  readonly description: string | undefined;
  readonly managerDN: string | undefined;
  readonly hasPicture: boolean;
}
