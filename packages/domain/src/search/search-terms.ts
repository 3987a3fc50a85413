import { foldCharacter } from './fold.ts';

/** One term of the search index, and where it is in the text, in UTF-16 code units. */
export type SearchTerm = {
  term: string;
  start: number;
  end: number;
  /** Where its first character ends. */
  headEnd: number;
  /** Whether it belongs to a run of letters without spaces between words. */
  isInRun: boolean;
};

const extenders = String.raw`\p{M}\p{Cf}\p{Emoji_Modifier}\u0640\uff9e\uff9f\u0e33\u0eb3`;
const emojiPart = String.raw`(?![\p{P}\u24c2])\p{Extended_Pictographic}(?!\u0338)[${extenders}]*`;

/**
 * A piece of a text that is folded without its neighbours: ASCII letters and digits, an emoji with all that is joined to
 * it, a flag, a syllable of Hangul in parts, or a letter or digit with its marks.
 */
const piece = new RegExp(
  [
    `((?:[A-Za-z0-9](?![${extenders}]))+)`,
    String.raw`(\p{RI}\p{RI}|${emojiPart}(?:(?<=\u200d)${emojiPart})*)`,
    String.raw`[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?[${extenders}]*`,
    String.raw`(?!\u0640)[\p{L}\p{N}][${extenders}]*(?:(?<=\u0e4d[\u0e48-\u0e4b]?)\u0e32|(?<=\u0ecd[\u0ec8-\u0ecb]?)\u0eb2)?`,
  ].join('|'),
  'gu',
);

/** Scripts that do not separate words by spaces, or, as Korean, attach endings to them. */
const runScripts =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u30fc]/u;
const separators = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{RI}]+/u;

/** What a piece becomes. `isBroken`: it is no part of a word, or it is several words. */
type Folded = { parts: readonly string[]; isBroken: boolean; isInRun: boolean };

function fold(text: string, isEmoji: boolean): Folded {
  // The marks of an emoji say how it is drawn.
  const folded = foldCharacter(isEmoji ? text.replace(/\p{M}/gu, '') : text);
  const parts = folded.split(separators).filter((part) => part !== '');
  const isBroken = isEmoji || parts.length !== 1 || parts[0] !== folded;
  return { parts, isBroken, isInRun: !isBroken && runScripts.test(folded) };
}

/** Texts repeat the same few hundred characters. */
const known = new Map<string, Folded>();
const maxKnown = 20_000;

function foldOnce(text: string, isEmoji: boolean): Folded {
  const earlier = known.get(text);
  if (earlier) return earlier;
  const folded = fold(text, isEmoji);
  if (known.size >= maxKnown) known.clear();
  known.set(text, folded);
  return folded;
}

/** Collects terms. A word ends where the next piece is not adjacent. */
class Terms {
  readonly found: SearchTerm[] = [];
  #word: SearchTerm | null = null;
  #run: SearchTerm | null = null;

  /** Adds a part of a word. */
  addToWord(term: string, start: number, end: number): void {
    this.#endRun();
    if (this.#word?.end === start) {
      this.#word.term += term;
      this.#word.end = end;
      return;
    }
    this.#word = { term, start, end, headEnd: end, isInRun: false };
    this.found.push(this.#word);
  }

  /** Adds a character of a run. Each term has two of them, so that a search can begin anywhere. The last has one. */
  addToRun(term: string, start: number, end: number): void {
    this.#word = null;
    if (this.#run?.end === start) {
      this.#run.term += term;
      this.#run.end = end;
    }
    this.#run = { term, start, end, headEnd: end, isInRun: true };
    this.found.push(this.#run);
  }

  /** Adds terms of their own. */
  addApart(terms: readonly string[], start: number, end: number): void {
    this.#word = null;
    this.#endRun();
    for (const term of terms) this.found.push({ term, start, end, headEnd: end, isInRun: false });
  }

  #endRun(): void {
    this.#run = null;
  }
}

/**
 * The terms by which a text is found, in order. A word is one term: letters and digits without case, width, and the marks
 * that people leave out. An emoji is one term without its skin tone and gender. In a run of a script without spaces, each
 * two adjacent characters are a term, and so is the last character.
 */
export function searchTerms(text: string): SearchTerm[] {
  const terms = new Terms();
  piece.lastIndex = 0;
  for (let match = piece.exec(text); match; match = piece.exec(text)) {
    const [own, ascii, emoji] = match;
    const start = match.index;
    const end = start + own.length;
    if (ascii !== undefined) {
      terms.addToWord(ascii.toLowerCase(), start, end);
      continue;
    }
    const { parts, isBroken, isInRun } = foldOnce(own, emoji !== undefined);
    if (isBroken) terms.addApart(parts, start, end);
    else if (isInRun) terms.addToRun(parts[0]!, start, end);
    else terms.addToWord(parts[0]!, start, end);
  }
  return terms.found;
}

/** The text that the full-text index stores for some texts. No phrase reaches from one of them to the next. */
export const indexTextOf = (texts: readonly string[]): string =>
  texts
    .map((text) =>
      searchTerms(text)
        .map(({ term }) => term)
        .join(' '),
    )
    .join(' ¶ ');
