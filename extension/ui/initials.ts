const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What stands in the place of a picture: the first letters of the first and the last name. */
export function initialsOf(displayName: string): string {
  const names = displayName.trim().split(/\s+/u);
  const chosen = names.length > 1 ? [names[0], names.at(-1)] : names;
  return chosen
    .map((name = '') => graphemes.segment(name)[Symbol.iterator]().next().value?.segment ?? '')
    .join('')
    .toLocaleUpperCase();
}
