import { numberingPlans } from '#numbering-plans';
import type { FieldContext, FieldKind, Parsed } from '../field-kind.ts';
import { brokenTextRule, textSentences } from '../well-formed.ts';
import { phoneCodec } from './codec.ts';
import { formatInternational } from './international.ts';
import type { PhoneSettings } from './schema.ts';

/** A phone number, shown and written in international form. */
export const phoneKind: FieldKind<string, PhoneSettings> = {
  parse,
  codec: phoneCodec,
  sentences: {
    en: {
      ...textSentences.en,
      phone: () => 'This is not a phone number, for example +49 611 1234567.',
      phoneWithoutCountry: () => 'Start with the country code, for example +49 611 1234567.',
    },
    de: {
      ...textSentences.de,
      phone: () => 'Das ist keine Telefonnummer, zum Beispiel +49 611 1234567.',
      phoneWithoutCountry: () => 'Beginnen Sie mit der Ländervorwahl, zum Beispiel +49 611 1234567.',
    },
  },
};

/** A phone number becomes its international form (F9), which is what is shown and written. */
function parse(input: unknown, { defaultCountry }: FieldContext<PhoneSettings>): Parsed<string> {
  const broken = brokenTextRule(input, { maxLength: 64 });
  if (broken) return broken;
  // The server has the last word in any case.
  if (!numberingPlans()) return { value: input as string };
  const international = formatInternational(input as string, defaultCountry);
  if (international) return { value: international };
  const lacksCountry = defaultCountry === undefined && !/^\s*(?:\+|00)/u.test(input as string);
  return { rule: lacksCountry ? 'phoneWithoutCountry' : 'phone' };
}
