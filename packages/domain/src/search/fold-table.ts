/** Letters that are searched as others and that no normalization of Unicode changes. */
export const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Latin
    đ: 'd',
    ð: 'd',
    ɖ: 'd',
    ɗ: 'd',
    ł: 'l',
    ø: 'o',
    ħ: 'h',
    ŧ: 't',
    ı: 'i',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ŋ: 'n',
    ɓ: 'b',
    ƙ: 'k',
    ƴ: 'y',
    ƒ: 'f',
    // Arabic, Persian and Urdu: what keyboards write for the same letter, and what people confuse
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ک: 'ك',
    ة: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    // Hebrew: the forms at the end of a word
    ך: 'כ',
    ם: 'מ',
    ן: 'נ',
    ף: 'פ',
    ץ: 'צ',
  }),
);

/** The zero of each script’s decimal digits. */
export const zeros: readonly number[] = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0,
  0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x11066, 0x11136, 0x1e950,
];
