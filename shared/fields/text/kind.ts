import type { FieldContext, FieldKind, Parsed } from '../field-kind.ts';
import { brokenTextRule, textSentences } from '../well-formed.ts';
import { textCodec } from './codec.ts';
import type { TextSettings } from './schema.ts';

/** One line of text, kept byte for byte. */
export const textKind: FieldKind<string, TextSettings> = { parse, codec: textCodec, sentences: textSentences };

function parse(input: unknown, { settings }: FieldContext<TextSettings>): Parsed<string> {
  const { validation = {} } = settings;
  const broken = brokenTextRule(input, validation);
  if (broken) return broken;
  const value = input as string;
  if (/[\r\n\u2028\u2029]/u.test(value)) return { rule: 'lineBreak' };
  if (validation.pattern && !new RegExp(`^(?:${validation.pattern})$`, 'u').test(value)) return { rule: 'pattern' };
  return { value };
}
