import type { FieldContext, FieldKind, Parsed } from '../field-kind.ts';
import { selectCodec } from './codec.ts';
import type { SelectSettings } from './schema.ts';

/** One of the options that an admin lists. */
export const selectKind: FieldKind<string, SelectSettings> = {
  parse,
  codec: selectCodec,
  sentences: {
    en: { notAnOption: () => 'Choose one of the options.' },
    de: { notAnOption: () => 'Wählen Sie eine der Möglichkeiten.' },
  },
};

function parse(input: unknown, { settings }: FieldContext<SelectSettings>): Parsed<string> {
  const chosen = settings.options.find(({ value }) => value === input);
  return chosen ? { value: chosen.value } : { rule: 'notAnOption' };
}
