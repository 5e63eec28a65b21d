import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** `+49 611 1234567 ext. 12`, or undefined where the text is no possible phone number. */
export function formatInternational(text: string, defaultCountry: string | undefined): string | undefined {
  const phone = parsePhoneNumberFromString(text, {
    ...(defaultCountry !== undefined && isCountry(defaultCountry) ? { defaultCountry } : {}),
    extract: false,
  });
  return phone?.isPossible() ? phone.formatInternational() : undefined;
}

/** Whether phone numbers of this ISO 3166 country (`DE`) are known. */
export function isCountry(code: string): code is CountryCode {
  return isSupportedCountry(code);
}
