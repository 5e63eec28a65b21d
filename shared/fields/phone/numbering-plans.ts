/** All that is wanted of the library, so that a build leaves the rest of it out. */
export { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
