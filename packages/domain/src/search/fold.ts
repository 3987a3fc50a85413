import { letters, zeros } from './fold-table.ts';

/** Characters that a person does not see: joiners, soft hyphens, marks of direction, variation selectors, tatweel. */
const invisible = /\p{Cf}|\p{Variation_Selector}|\u0640|\u20e3/gu;
const skinTones = /\p{Emoji_Modifier}/gu;
/** A ZWJ with the sign of a gender: 🤦‍♀ is 🤦. */
const genders = /\u200d[\u2640\u2642]/gu;

/** In these scripts a mark adds an accent or a vowel that people leave out. */
const hasOptionalMarks = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}]/u;
const cyrillic = /\p{sc=Cyrillic}/u;
/** Letters of their own, which a mark makes from others: й, ў, ї, ѓ, ќ. */
const cyrillicLetters = /[иу]\u0306|і\u0308|[гк]\u0301/iu;
/** The dot below, which many people leave out, and the accents of Vedic texts. */
const optionalDevanagari = /[\u093c\u0951-\u0954]/u;
const mark = /\p{M}/u;

/**
 * Returns what is left of a character and its marks in a search: the letter without case, width and the marks that
 * people leave out. Equal results mean that one finds the other. The result can be empty, and it can have separators: `½`
 * becomes `1⁄2`.
 */
export function foldCharacter(character: string): string {
  const plain = withoutOptionalMarks(
    character
      .replace(genders, '')
      .replace(skinTones, '')
      .normalize('NFKD')
      .replace(invisible, '')
      // Typed in either order: ◌้ํ and ◌ํ้.
      .replace(/([\u0e48-\u0e4b])\u0e4d/gu, '\u0e4d$1'),
  );
  return Array.from(foldCase(plain).normalize('NFC'), foldLetter).join('');
}

function withoutOptionalMarks(text: string): string {
  let base = '';
  let kept = '';
  for (const character of text) {
    if (!mark.test(character)) {
      base = character;
      kept += character;
    } else if (!isOptional(base, character)) kept += character === '\u0901' ? '\u0902' : character;
  }
  return kept;
}

const isOptional = (base: string, ownMark: string): boolean =>
  hasOptionalMarks.test(base) ||
  (cyrillic.test(base) && !cyrillicLetters.test(base + ownMark)) ||
  optionalDevanagari.test(ownMark);

/** Capital letters of `ß` are `SS`, and the lower case of a final `Σ` depends on its place. */
const foldCase = (text: string): string =>
  text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');

function foldLetter(letter: string): string {
  const code = letter.codePointAt(0)!;
  // Katakana to hiragana.
  if ((code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe)
    return String.fromCodePoint(code - 0x60);
  return letters.get(letter) ?? digitOf(code) ?? letter;
}

function digitOf(code: number): string | undefined {
  if (code < 0x660) return undefined;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? undefined : String(code - zero);
}
