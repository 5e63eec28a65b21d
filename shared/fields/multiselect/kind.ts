import type { FieldContext, FieldKind, Parsed } from '../field-kind.ts';
import { inOrder, multiselectCodec } from './codec.ts';
import type { MultiselectSettings } from './schema.ts';

/** Several of the options that an admin lists. */
export const multiselectKind: FieldKind<readonly string[], MultiselectSettings> = {
  parse,
  codec: multiselectCodec,
  isMultiple: true,
  sentences: {
    en: { notOptions: () => 'Choose among the options.' },
    de: { notOptions: () => 'Wählen Sie aus den Möglichkeiten.' },
  },
};

/** What stood there already may stay, an option or not; only options are added. */
function parse(input: unknown, { settings, seen }: FieldContext<MultiselectSettings>): Parsed<readonly string[]> {
  const isOption = (value: unknown) => settings.options.some((option) => option.value === value);
  const stoodThere = (value: unknown) => Array.isArray(seen) && seen.includes(value);
  const isChoice = (value: unknown): value is string =>
    typeof value === 'string' && (isOption(value) || stoodThere(value));
  if (!Array.isArray(input) || input.length === 0 || !input.every(isChoice)) return { rule: 'notOptions' };
  return { value: inOrder(input, settings) };
}
