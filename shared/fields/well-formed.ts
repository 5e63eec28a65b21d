import type { BrokenRule, Language, RuleSentences } from './field-kind.ts';

/** A text longer than this is never meant; it also bounds what a `pattern` has to match. */
export const maximumTextLength = 4096;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

export interface TextLimits {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}

/**
 * The rules that every text obeys, whatever its type: well-formed UTF-16, no control characters but tab and line
 * breaks, not blanks alone, within its length (UTF-16 units, as Active Directory counts).
 */
export function brokenTextRule(input: unknown, limits: TextLimits = {}): BrokenRule | undefined {
  const { minLength = 0, maxLength = maximumTextLength } = limits;
  if (typeof input !== 'string') return { rule: 'notText' };
  if (input.length > maxLength) return { rule: 'tooLong', params: { max: maxLength, length: input.length } };
  if (!input.isWellFormed()) return { rule: 'malformedText' };
  if (controlCharacter.test(input)) return { rule: 'controlCharacter' };
  if (input.trim() === '') return { rule: 'blank' };
  if (input.length < minLength) return { rule: 'tooShort', params: { min: minLength, length: input.length } };
  return undefined;
}

export const textSentences: Record<Language, RuleSentences> = {
  en: {
    notText: () => 'Enter a text.',
    tooLong: ({ max, length }) => `Use at most ${max} characters; this has ${length}.`,
    tooShort: ({ min, length }) => `Use at least ${min} characters; this has ${length}.`,
    malformedText: () => 'This contains half of a character. Delete it and enter it again.',
    controlCharacter: () => 'This contains an invisible control character. Delete it.',
    blank: () => 'Enter more than blanks, or clear the field.',
    lineBreak: () => 'Keep this on one line.',
    pattern: () => 'This does not have the form that is expected here.',
  },
  de: {
    notText: () => 'Geben Sie einen Text ein.',
    tooLong: ({ max, length }) => `Höchstens ${max} Zeichen; dies sind ${length}.`,
    tooShort: ({ min, length }) => `Mindestens ${min} Zeichen; dies sind ${length}.`,
    malformedText: () => 'Hier steht ein halbes Zeichen. Löschen Sie es und geben Sie es neu ein.',
    controlCharacter: () => 'Hier steht ein unsichtbares Steuerzeichen. Löschen Sie es.',
    blank: () => 'Geben Sie mehr als Leerzeichen ein, oder leeren Sie das Feld.',
    lineBreak: () => 'Bleiben Sie in einer Zeile.',
    pattern: () => 'Das hat nicht die Form, die hier erwartet wird.',
  },
};
