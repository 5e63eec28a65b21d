// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const harmful = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * Text of a directory as one line of a terminal: what would begin another line, command the terminal or turn the letters
 * round is shown by its number.
 */
export const terminalLine = (text: string): string =>
  text.replace(harmful, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
