import * as z from 'zod/mini';
import type { FieldType } from '../fields/kinds.ts';
import { localizedText } from '../fields/localized-text.ts';
import { isCountry } from '../fields/phone/international.ts';
import { settingsSchemas } from '../fields/settings.ts';
import { editor, viewer } from './roles.ts';

const key = z.string().check(
  z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, { error: 'is no key: a letter, then letters, digits, - or _' }),
  // Values are kept by key in plain objects, which have members of such names already.
  z.refine((name) => !(name in Object.prototype), { error: 'is a name that every object of JavaScript has' }),
);
const text = z.string().check(z.minLength(1), z.maxLength(4096));
const seconds = z.int().check(z.minimum(1), z.maximum(3600));

/** RFC 4512 2.5: an attribute description with its options. */
export const attributeDescription = z
  .string()
  .check(z.regex(/^[A-Za-z][A-Za-z0-9-]*(?:;[A-Za-z0-9-]+)*$/, { error: 'is no attribute name' }), z.maxLength(128));

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

const source = z._default(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('local') }),
    z.strictObject({
      kind: z.literal('directory'),
      attribute: attributeDescription,
      /** F4, F5, F6. */
      edit: z._default(z.enum(['never', 'whenNotFound', 'writeBack']), 'never'),
    }),
  ]),
  { kind: 'local' },
);

const commonMembers = {
  label: z.optional(localizedText),
  help: z.optional(localizedText),
  section: z._default(key, 'general'),
  required: z._default(z.boolean(), false),
  source,
  visibleTo: z._default(z.array(viewer), ['everyone']),
  editableBy: z._default(z.array(editor), ['self', 'helpdesk']),
};

/** A field's definition: what every field has, and beside it the members that only its type has (`options`). */
export type FieldDefinition = z.infer<z.ZodMiniObject<typeof commonMembers>> & {
  readonly key: string;
  readonly type: FieldType;
};

const definitionOf = (type: FieldType) =>
  z.strictObject({ key, type: z.literal(type), ...commonMembers, ...settingsSchemas[type].shape });
const [firstType, ...otherTypes] = Object.keys(settingsSchemas) as [FieldType, ...FieldType[]];

export const fieldDefinition = z.discriminatedUnion('type', [
  definitionOf(firstType),
  ...otherTypes.map(definitionOf),
]) as unknown as z.ZodMiniType<FieldDefinition>;

/** The members of a definition that only its type has. */
export function settingsOf(definition: FieldDefinition): Readonly<Record<string, unknown>> {
  const { shape } = settingsSchemas[definition.type];
  return Object.fromEntries(Object.entries(definition).filter(([member]) => Object.hasOwn(shape, member)));
}

export const section = z.strictObject({ key, label: localizedText });

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns, for pages of the web alone. */
const matchPattern = z.string().check(
  z.regex(/^(?:https?|\*):\/\/(?:\*|(?:\*\.)?[^/*\s]+)\/\S*$/u, {
    error: 'is no match pattern, such as https://intranet.example.com/*',
  }),
);

export const settings = z.strictObject({
  /** W1: nothing is written to any directory until this is on. */
  writeEnabled: z._default(z.boolean(), false),
  sync: z._default(z.strictObject({ cron: z._default(text, '0 */3 * * *'), timeZone: z._default(text, 'UTC') }), {
    cron: '0 */3 * * *',
    timeZone: 'UTC',
  }),
  removalLimit: z._default(
    z.strictObject({
      percent: z._default(z.number().check(z.minimum(0), z.maximum(100)), 5),
      atLeast: z._default(z.int().check(z.minimum(0)), 20),
    }),
    { percent: 5, atLeast: 20 },
  ),
  /** Match patterns of the pages that carry the launcher. */
  intranet: z._default(z.array(matchPattern), []),
  /** The headings under which fields stand, in their order; a section that is not listed is headed by its key. */
  sections: z._default(listOf(section), []),
});
export type Settings = z.infer<typeof settings>;

/** `user:<username>` or `group:<DN>`. */
const member = z.string().check(z.regex(/^(?:user|group):.+$/u, { error: 'is neither user:<name> nor group:<DN>' }));
const members = z._default(z.array(member), []);

export const roleMembers = z.strictObject({ systemAdmin: members, admin: members, helpdesk: members });
export type RoleMembers = z.infer<typeof roleMembers>;

/** The whole configuration, as `nameplate config export` writes it and `apply` reads it. */
export const configuration = z.strictObject({
  directories: z._default(listOf(directoryDefinition), []),
  fields: z._default(listOf(fieldDefinition), []),
  settings: z._default(settings, settings.parse({})),
  roles: z._default(roleMembers, roleMembers.parse({})),
});
export type Configuration = z.infer<typeof configuration>;

/** A list in which no key stands twice; said beside the faults of the items, as all rules over several members are. */
function listOf<Item extends z.ZodMiniType<{ readonly key: string }>>(item: Item) {
  return z.array(item).check(
    z.superRefine(
      (items, context) => {
        const keys = items.map((each) => (isObject({ value: each }) ? each.key : undefined));
        for (const [index, repeated] of keys.entries()) {
          if (repeated === undefined || keys.indexOf(repeated) === index) continue;
          context.addIssue({ code: 'custom', path: [index, 'key'], message: 'is the key of another one in this list' });
        }
      },
      { when: ({ value }) => Array.isArray(value) },
    ),
  );
}

function isObject({ value }: { readonly value: unknown }): boolean {
  return typeof value === 'object' && value !== null;
}
