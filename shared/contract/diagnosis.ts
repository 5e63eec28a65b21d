import * as z from 'zod/mini';
import type { DirectoryInput } from './admin.ts';
import { attributeDescription, isObject, key, text } from './configuration/members.ts';

/** What the sentences of a step name, for whoever has other words for them. */
const stepParams = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type StepParams = Readonly<z.infer<typeof stepParams>>;

/** One step of a check: what was tried and seen; where it failed the cause and the mend, in plain words. */
export const step = z.object({
  /** The name of the step: `dns`, `connect`, `tls`, `bind`, `person`, `attribute.write`. */
  step: z.string(),
  ok: z.boolean(),
  detail: z.string(),
  /** The stable name of what `detail` says (`Sights`); left out where it is the directory or the system that speaks. */
  saw: z.optional(z.string()),
  params: z.optional(stepParams),
  cause: z.optional(z.string()),
  fix: z.optional(z.string()),
  /** With `cause`: its stable name. */
  rule: z.optional(z.string()),
  /** Works, but should not stay so; `cause` and `fix` say why. */
  isWarning: z.optional(z.boolean()),
  /** The attribute that the step was about, and the field that is mapped to it. */
  attribute: z.optional(z.string()),
  field: z.optional(z.string()),
});
export type Step = z.infer<typeof step>;

/** Steps end where the next one would make no sense; `ok` says that all of them are. */
export const diagnosis = z.object({ ok: z.boolean(), steps: z.array(step) });
export type Diagnosis = z.infer<typeof diagnosis>;

const username = z.string().check(z.minLength(1), z.maxLength(256));

export const writeTestRequest = z.strictObject({
  directory: key,
  username,
  attributes: z.array(attributeDescription).check(z.minLength(1), z.maxLength(100)),
});

export const directoryTestRequest = z.strictObject({
  /** A definition that is not saved; without it, the saved one is tested. */
  definition: z.optional(
    z.custom<DirectoryInput>((value) => isObject({ value }), { error: 'is no definition of a directory' }),
  ),
  /** Who serves as the sample person; without it, the first one found. */
  username: z.optional(username),
});

export const doctorQuery = z.strictObject({ directory: z.optional(key), username: z.optional(username) });

export const doctorReport = z.object({
  ok: z.boolean(),
  /** What concerns more than one directory: duplicates. */
  steps: z.array(step),
  directories: z.array(
    z.object({ key: z.string(), name: z.string(), enabled: z.boolean(), ok: z.boolean(), steps: z.array(step) }),
  ),
});
export type DoctorReport = z.infer<typeof doctorReport>;

export const attributesQuery = z.strictObject({
  /** Words that the name, another name or the description holds. */
  q: z.optional(z.string().check(z.maxLength(200))),
  /** Those alone that this field type fits. */
  type: z.optional(text),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(5000))),
});

/** An attribute of a directory's own schema. */
export const schemaAttribute = z.object({
  name: z.string(),
  /** Its other names. */
  aliases: z.array(z.string()),
  description: z.optional(z.string()),
  /** As a field type cares about it: `directoryString`, `telephoneNumber`, `jpeg`, … */
  syntax: z.string(),
  /** The OID of the syntax on OpenLDAP, the attributeSyntax of Active Directory. */
  syntaxOID: z.string(),
  singleValued: z.boolean(),
  /** In characters, or in bytes where the syntax is one of bytes. */
  maxLength: z.optional(z.number()),
  /** Kept by the directory itself. */
  operational: z.boolean(),
  /** Nobody may change it (NO-USER-MODIFICATION, systemOnly, computed). */
  readOnly: z.boolean(),
  equality: z.optional(z.string()),
  /** The object classes that allow it. */
  objectClasses: z.array(z.string()),
  /** Whether the object classes of people (of a sample person) allow it. */
  allowed: z.boolean(),
  /** The types of fields whose values it can hold, the best one first; whether it may be changed is said above. */
  fits: z.array(z.string()),
});
export type SchemaAttribute = z.infer<typeof schemaAttribute>;

export const schemaAttributes = z.object({ total: z.number(), attributes: z.array(schemaAttribute) });
