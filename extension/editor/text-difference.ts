/** A piece of a text, and whether the other text has it too. */
export interface Piece {
  readonly text: string;
  readonly isDifferent: boolean;
}

/** More pieces than a profile's text has; two that are longer are marked as a whole. */
const mostPieces = 600;

/** What two texts have in common, word by word and blank by blank (the longest common subsequence), as pieces of each. */
export function compareTexts(one: string, other: string): readonly [Piece[], Piece[]] {
  const [words, others] = [piecesOf(one), piecesOf(other)];
  if (words.length > mostPieces || others.length > mostPieces) {
    const isDifferent = one !== other;
    return [[{ text: one, isDifferent }], [{ text: other, isDifferent }]];
  }
  const common = commonLengths(words, others);
  const marked: [Piece[], Piece[]] = [[], []];
  let [at, otherAt] = [0, 0];
  const length = (row: number, column: number) => common[row]?.[column] ?? 0;
  while (at < words.length || otherAt < others.length) {
    const [word, otherWord] = [words[at], others[otherAt]];
    if (word !== undefined && word === otherWord) {
      add(marked[0], word, false);
      add(marked[1], word, false);
      at += 1;
      otherAt += 1;
    } else if (otherWord === undefined || (word !== undefined && length(at + 1, otherAt) >= length(at, otherAt + 1))) {
      add(marked[0], word ?? '', true);
      at += 1;
    } else {
      add(marked[1], otherWord, true);
      otherAt += 1;
    }
  }
  return marked;
}

function piecesOf(text: string): string[] {
  return text.split(/(\s)/u).filter((piece) => piece !== '');
}

/** For every two rests of the texts, how many pieces they have in common. */
function commonLengths(words: readonly string[], others: readonly string[]): number[][] {
  const lengths = Array.from({ length: words.length + 1 }, () => new Array<number>(others.length + 1).fill(0));
  for (let row = words.length - 1; row >= 0; row--) {
    for (let column = others.length - 1; column >= 0; column--) {
      const [here, below] = [lengths[row] as number[], lengths[row + 1] as number[]];
      here[column] =
        words[row] === others[column]
          ? 1 + (below[column + 1] ?? 0)
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  }
  return lengths;
}

function add(pieces: Piece[], text: string, isDifferent: boolean): void {
  const last = pieces.at(-1);
  if (last?.isDifferent === isDifferent) pieces[pieces.length - 1] = { text: last.text + text, isDifferent };
  else pieces.push({ text, isDifferent });
}
