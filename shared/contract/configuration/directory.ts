import * as z from 'zod/mini';
import { isCountry } from '../../fields/phone/international.ts';
import { attributeDescription, isObject, key, text } from './members.ts';

const seconds = z.int().check(z.minimum(1), z.maximum(3600));

/** A secret that stands in the environment of the server, by the name of its variable. */
export const secretReference = z.strictObject({
  env: z.string().check(z.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'is no name of an environment variable' })),
});

export const directoryDefinition = z
  .strictObject({
    key,
    name: z.optional(text),
    /** `ldap://host[:port]` or `ldaps://host[:port]`. */
    url: z
      .string()
      .check(z.regex(/^ldaps?:\/\/[^/?#@\s]+\/?$/u, { error: 'is no ldap:// or ldaps:// address of a host' })),
    /** How the connection is encrypted; by default as the address says, and StartTLS for ldap://. */
    tls: z.optional(z.enum(['none', 'starttls', 'ldaps'])),
    /** PEM file of the authority that signed the directory's certificate; by default those that Node trusts. */
    caFile: z.optional(text),
    /** The service account; without it the directory is read anonymously. */
    bindDN: z.optional(text),
    bindPassword: z.optional(secretReference),
    baseDN: text,
    /** Below the base DN; the people are looked for there. */
    userDN: z._default(z.string(), ''),
    /** By default what suits the directory: people on OpenLDAP, user accounts on Active Directory. */
    userFilter: z.optional(text),
    /** By default `uid`, and `sAMAccountName` on Active Directory. */
    usernameAttribute: z.optional(attributeDescription),
    pageSize: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 1000),
    connectTimeoutSeconds: z._default(seconds, 5),
    operationTimeoutSeconds: z._default(seconds, 10),
    /** ISO 3166: the country of phone numbers without a country code. */
    defaultCountry: z.optional(
      z.string().check(z.refine(isCountry, { error: 'is no country that has phone numbers, such as DE' })),
    ),
    timestampPattern: z._default(z.nullable(text), null),
    enabled: z._default(z.boolean(), true),
  })
  .check(
    z.refine(({ url, tls }) => !url || !tls || (tls === 'ldaps') === `${url}`.startsWith('ldaps:'), {
      error: 'does not go with the address: ldaps goes with ldaps://, starttls and none with ldap://',
      path: ['tls'],
      when: isObject,
    }),
    z.refine(({ bindDN, bindPassword }) => (bindDN === undefined) === (bindPassword === undefined), {
      error: 'goes with bindDN: give both, or neither for an anonymous bind',
      path: ['bindPassword'],
      when: isObject,
    }),
  );
export type DirectoryDefinition = z.infer<typeof directoryDefinition>;
