const special = /["+,;<>\\]|^[ #]| $/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\0-\x1f\x7f]/g;

/**
 * A value as it stands inside a distinguished name (RFC 4514, section 2.4). Control characters go as hex pairs:
 * OpenLDAP would drop a line break at the start.
 */
export function escapeDNValue(value: string): string {
  return value
    .replace(special, '\\$&')
    .replace(control, (character) => `\\${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** The name of the entry that lies under `parent` and is called `value` by `attribute`. */
export function childDN(attribute: string, value: string, parent: string): string {
  return `${attribute}=${escapeDNValue(value)},${parent}`;
}
