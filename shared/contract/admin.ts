import * as z from 'zod/mini';
import { directoryMembers, environmentVariable } from './configuration/directory.ts';
import { fieldDefinition } from './configuration/field.ts';
import { key, listOf, text } from './configuration/members.ts';
import { openIDMembers, signInMembers } from './configuration/sign-in.ts';
import { fault } from './problem.ts';

/** What may be known of a secret: where it is, never what it is (D4). */
const shownSecret = z.union([z.object({ env: z.string() }), z.object({ stored: z.literal(true) })]);

/**
 * A secret as an admin sends it. `value` is the secret itself, to be kept encrypted; beside `env` it proves that whoever
 * names the variable knows what it holds. `stored`, and none at all, keep the one that is there; null takes it away.
 */
const secretInput = z.optional(
  z.nullable(
    z.strictObject({
      env: z.optional(environmentVariable),
      value: z.optional(text),
      encrypted: z.optional(text),
      stored: z.optional(z.literal(true)),
    }),
  ),
);

/** A directory as admins see it. */
export const shownDirectory = z.looseObject({
  ...directoryMembers,
  bindPassword: z.optional(shownSecret),
});
export type ShownDirectory = z.infer<typeof shownDirectory>;

/** A directory as an admin sends it. */
export const directoryInput = z.strictObject({ ...directoryMembers, bindPassword: secretInput });
export type DirectoryInput = z.input<typeof directoryInput>;

export const shownDirectories = z.object({ directories: z.array(shownDirectory) });
export const directoryOrder = z.strictObject({ keys: z.array(key) });
export const keyParams = z.strictObject({ key });

export const fieldList = z.strictObject({ fields: listOf(fieldDefinition) });
/** Members that an older extension does not know travel with it, so that it does not delete them. */
export const shownFields = z.object({
  fields: z.array(z.looseObject({ key: z.string(), type: z.string() })),
  /** After a change: what speaks against a field in one of several directories, and which directory could not be asked. */
  warnings: z.optional(z.array(fault)),
});

/** Who may come in and how, as admins see it, and as a system admin sends it. */
export const shownSignIn = z.looseObject({
  ...signInMembers,
  openid: z.optional(z.looseObject({ ...openIDMembers, clientSecret: z.optional(shownSecret) })),
});
export type ShownSignIn = z.infer<typeof shownSignIn>;
export const signInInput = z.strictObject({
  ...signInMembers,
  openid: z.optional(z.strictObject({ ...openIDMembers, clientSecret: secretInput })),
});
export type SignInInput = z.input<typeof signInInput>;

/** What would be touched if a directory or a field were taken away. */
export const impact = z.object({
  /** How many people it gives a value, or has. */
  people: z.number(),
  /** How many values that live in Nameplate alone would no longer be seen. They stay, and come back with the key. */
  localValues: z.number(),
});
export type Impact = z.infer<typeof impact>;

/** The whole configuration as `nameplate config export` writes it. */
export const configurationDocument = z.looseObject({
  directories: z.array(z.looseObject({ key: z.string() })),
  fields: z.array(z.looseObject({ key: z.string() })),
  settings: z.looseObject({}),
  roles: z.looseObject({}),
});
