import type { FieldContext, FieldKind, Parsed } from '../field-kind.ts';
import { brokenTextRule, textSentences } from '../well-formed.ts';
import { multilineCodec } from './codec.ts';
import type { MultilineSettings } from './schema.ts';

/** Text of several lines. */
export const multilineKind: FieldKind<string, MultilineSettings> = {
  parse,
  codec: multilineCodec,
  sentences: textSentences,
};

function parse(input: unknown, { settings }: FieldContext<MultilineSettings>): Parsed<string> {
  return brokenTextRule(input, settings.validation) ?? { value: input as string };
}
