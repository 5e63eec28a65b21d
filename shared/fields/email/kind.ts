import type { FieldKind, Parsed } from '../field-kind.ts';
import { brokenTextRule, textSentences } from '../well-formed.ts';
import { isAddress, longestAddress } from './address.ts';
import { emailCodec } from './codec.ts';
import type { EmailSettings } from './schema.ts';

/** An e-mail address; blanks around it, as they come with copying, are not kept. */
export const emailKind: FieldKind<string, EmailSettings> = {
  parse,
  codec: emailCodec,
  sentences: {
    en: { ...textSentences.en, email: () => 'This is not an e-mail address, for example jane@example.com.' },
    de: { ...textSentences.de, email: () => 'Das ist keine E-Mail-Adresse, zum Beispiel jana@example.com.' },
  },
};

function parse(input: unknown): Parsed<string> {
  const broken = brokenTextRule(input, { maxLength: longestAddress });
  if (broken) return broken;
  const value = (input as string).trim();
  return isAddress(value) ? { value } : { rule: 'email' };
}
