import type { Codec } from '../field-kind.ts';
import type { MultiselectSettings } from './schema.ts';

/** Each value of the attribute is a choice; one that is no option is shown and kept until it is taken away. */
export const multiselectCodec: Codec<readonly string[], MultiselectSettings> = {
  decode: (values, { settings }) => (values.length === 0 ? undefined : inOrder(values, settings)),
  encode: (chosen = []) => chosen,
};

/** Directories keep values in no order: options stand as the admin lists them, then what is none of them. */
export function inOrder(values: readonly string[], { options }: MultiselectSettings): readonly string[] {
  const ofOptions = options.map(({ value }) => value).filter((value) => values.includes(value));
  const others = values.filter((value) => !ofOptions.includes(value));
  return [...ofOptions, ...[...new Set(others)].sort()];
}
