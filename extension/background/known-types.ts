import type { Profile } from '#shared/contract/profile.ts';
import { takesSettings } from '#shared/fields/settings.ts';

/** A field whose settings are those of a newer server is of a type that is not known here, whatever its name. */
export function withKnownTypes(profile: Profile): Profile {
  const fields = profile.fields.map((field) =>
    takesSettings(field.type, field.settings) ? field : { ...field, type: 'unknown' },
  );
  return { ...profile, fields };
}
