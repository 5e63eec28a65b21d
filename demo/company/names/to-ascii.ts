const spelledOut: Readonly<Record<string, string>> = {
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  ø: 'oe',
  Ø: 'Oe',
  å: 'aa',
  Å: 'Aa',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  ľ: 'l',
  Ľ: 'L',
};

/** A Latin name in plain ASCII letters: umlauts spelled out as Germans do, other marks dropped. */
export function toASCII(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[^\x20-\x7e]/gu, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^A-Za-z-]/gu, '');
}
