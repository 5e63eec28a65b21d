import * as z from 'zod/mini';
import { isCountry } from '../../fields/phone/international.ts';
import { wholeNumber } from '../../whole-number.ts';
import { attributeDescription, isObject, key, text } from './members.ts';

const seconds = wholeNumber.check(z.minimum(1), z.maximum(3600));

const pem = z.string().check(
  z.maxLength(200_000),
  z.regex(/-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/, {
    error: 'holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)',
  }),
);

export const environmentVariable = z.string().check(
  z.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'is no name of an environment variable' }),
  z.refine((name) => !/^NAMEPLATE_/i.test(name), { error: 'is a variable of Nameplate itself, and no password' }),
);

/** A secret by the variable in the environment of the server that holds it, or as it was encrypted by `NAMEPLATE_SECRET`. */
export const secretReference = z
  .strictObject({
    env: z.optional(environmentVariable),
    encrypted: z.optional(
      z.string().check(z.regex(/^v1(?:\.[\w-]+){3}$/, { error: 'is no secret that Nameplate encrypted' })),
    ),
  })
  .check(
    z.refine(({ env, encrypted }) => (env === undefined) !== (encrypted === undefined), {
      error: 'needs either env, the name of an environment variable, or encrypted',
      when: isObject,
    }),
  );
export type SecretReference = z.infer<typeof secretReference>;

const address = /^ldaps?:\/\/[^/?#@\s]+\/?$/u;

/** F12: what ties the entries of a directory that only completes people to the people of the others. */
const join = z.strictObject({
  /** Of the entries here. */
  attribute: attributeDescription,
  /** The key of the field whose value it equals; by default it equals the person's login name. */
  field: z.optional(key),
  /** The keys of the directories whose people it completes: said wherever several have people, who may be namesakes. */
  of: z.optional(z.array(key).check(z.minLength(1))),
});

export const directoryMembers = {
  key,
  name: z.optional(text),
  /** `ldap://host[:port]` or `ldaps://host[:port]`. */
  url: z.string().check(
    z.regex(address, { error: 'is no ldap:// or ldaps:// address of a host' }),
    z.refine((url) => !address.test(url) || (URL.canParse(url) && !/:0+\/?$/u.test(url)), {
      error: 'names no host, or a port that is not from 1 to 65535',
    }),
  ),
  /** How the connection is encrypted; by default as the address says, and StartTLS for ldap://. */
  tls: z.optional(z.enum(['none', 'starttls', 'ldaps'])),
  /** PEM file of the authority that signed the directory's certificate; by default those that Node trusts. */
  caFile: z.optional(text),
  /** The same as PEM text. */
  ca: z.optional(pem),
  /** The service account; without it the directory is read anonymously. */
  bindDN: z.optional(text),
  bindPassword: z.optional(secretReference),
  baseDN: text,
  /** Further places in which people stand, each a whole DN. */
  moreBaseDNs: z._default(z.array(text).check(z.maxLength(50)), []),
  /** Below the base DN; the people are looked for there. */
  userDN: z._default(z.string(), ''),
  /** By default what suits the directory: people on OpenLDAP, user accounts on Active Directory. */
  userFilter: z.optional(text),
  /** By default `uid`, and `sAMAccountName` on Active Directory. */
  usernameAttribute: z.optional(attributeDescription),
  /** Domains that people put to their names, as in `jane@corp.example` and `CORP\\jane`: such names are asked for here alone, without them. */
  domains: z._default(z.array(text).check(z.maxLength(50)), []),
  pageSize: z._default(wholeNumber.check(z.minimum(1), z.maximum(10_000)), 1000),
  connectTimeoutSeconds: z._default(seconds, 5),
  operationTimeoutSeconds: z._default(seconds, 10),
  /** ISO 3166: the country of phone numbers without a country code. */
  defaultCountry: z.optional(
    z.string().check(z.refine(isCountry, { error: 'is no country that has phone numbers, such as DE' })),
  ),
  /** How phone numbers are written (F9); by default as they are shown, in international form. */
  phoneFormat: z.optional(z.enum(['international', 'E.164'])),
  timestampPattern: z._default(z.nullable(text), null),
  /**
   * W9: as whom changes are written. `person`: by the own bind of whoever makes them, with their password at that moment;
   * `proxied`: with their rights by proxied authorization (RFC 4370).
   */
  writeAs: z._default(z.enum(['service', 'person', 'proxied']), 'service'),
  /** With it, nobody signs in here and its entries are no people: fields that name this directory take their values from it. */
  join: z.optional(join),
  enabled: z._default(z.boolean(), true),
};

export const directoryDefinition = z.strictObject(directoryMembers).check(
  z.refine(({ caFile, ca }) => caFile === undefined || ca === undefined, {
    error: 'says the same as caFile: give one of the two',
    path: ['ca'],
    when: isObject,
  }),
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
  z.refine(({ join, writeAs }) => join === undefined || writeAs === undefined || writeAs === 'service', {
    error: 'does not go with join: nobody has an account of their own there',
    path: ['writeAs'],
    when: isObject,
  }),
  z.refine(({ join, usernameAttribute }) => join === undefined || usernameAttribute === undefined, {
    error: 'says the same as join.attribute: nobody signs in to a directory with a join',
    path: ['usernameAttribute'],
    when: isObject,
  }),
);
export type DirectoryDefinition = z.infer<typeof directoryDefinition>;
