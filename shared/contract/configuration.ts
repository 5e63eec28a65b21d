import * as z from 'zod/mini';
import { directoryDefinition } from './configuration/directory.ts';
import { fieldDefinition } from './configuration/field.ts';
import { listOf } from './configuration/members.ts';
import { roleMembers } from './configuration/roles.ts';
import { settings } from './configuration/settings.ts';
import { signInSettings } from './configuration/sign-in.ts';

/** The whole configuration, as `nameplate config export` writes it and `apply` reads it. */
export const configuration = z.strictObject({
  directories: z._default(listOf(directoryDefinition), []),
  fields: z._default(listOf(fieldDefinition), []),
  settings: z._default(settings, settings.parse({})),
  roles: z._default(roleMembers, roleMembers.parse({})),
  signIn: z._default(signInSettings, signInSettings.parse({})),
});
export type Configuration = z.infer<typeof configuration>;
