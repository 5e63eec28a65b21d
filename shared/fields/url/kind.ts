import type { FieldKind, Parsed } from '../field-kind.ts';
import { brokenTextRule, textSentences } from '../well-formed.ts';
import { urlCodec } from './codec.ts';
import type { UrlSettings } from './schema.ts';
import { brokenWebAddressRule, longestWebAddress } from './web-address.ts';

/** The address of a web page; blanks around it, as they come with copying, are not kept. */
export const urlKind: FieldKind<string, UrlSettings> = {
  parse,
  codec: urlCodec,
  sentences: {
    en: {
      ...textSentences.en,
      url: () => 'This is not a web address, for example https://example.com.',
      urlSignIn: () => 'A web address here must not hold a user name or a password.',
    },
    de: {
      ...textSentences.de,
      url: () => 'Das ist keine Webadresse, zum Beispiel https://example.com.',
      urlSignIn: () => 'Eine Webadresse darf hier keinen Benutzernamen und kein Passwort enthalten.',
    },
  },
};

function parse(input: unknown): Parsed<string> {
  const broken = brokenTextRule(input, { maxLength: longestWebAddress });
  if (broken) return broken;
  const value = (input as string).trim();
  const rule = brokenWebAddressRule(value);
  return rule ? { rule } : { value };
}
