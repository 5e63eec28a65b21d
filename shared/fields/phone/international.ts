import type { CountryCode } from 'libphonenumber-js/min';
import { numberingPlans } from '#numbering-plans';

/** One profile is opened, planned and read back within seconds, and to read a number costs as much as to read a row. */
const recent = new Map<string, string | undefined>();
const mostRecent = 1000;

/** `+49 611 1234567 ext. 12`, or undefined where the text is no possible phone number. */
export function formatInternational(text: string, defaultCountry: string | undefined): string | undefined {
  const key = `${defaultCountry} ${text}`;
  if (recent.has(key)) return recent.get(key);
  const [oldest] = recent.keys();
  if (oldest !== undefined && recent.size >= mostRecent) recent.delete(oldest);
  const formatted = format(text, defaultCountry);
  recent.set(key, formatted);
  return formatted;
}

function format(text: string, defaultCountry: string | undefined): string | undefined {
  const phone = numberingPlans()?.parsePhoneNumberFromString(text, {
    ...(defaultCountry !== undefined && isCountry(defaultCountry) ? { defaultCountry } : {}),
    extract: false,
  });
  return phone?.isPossible() ? phone.formatInternational() : undefined;
}

/** `+496111234567 ext. 12` for a number in international form; an extension is no part of E.164, and stays behind it. */
export function formatE164(international: string): string {
  const phone = numberingPlans()?.parsePhoneNumberFromString(international, { extract: false });
  if (!phone) return international;
  return phone.ext === undefined ? phone.number : `${phone.number} ext. ${phone.ext}`;
}

/** Whether phone numbers of this ISO 3166 country (`DE`) are known. */
export function isCountry(code: string): code is CountryCode {
  const plans = numberingPlans();
  return plans ? plans.isSupportedCountry(code) : /^[A-Z]{2}$/u.test(code);
}
