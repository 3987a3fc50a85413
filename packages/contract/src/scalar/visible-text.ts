import * as v from 'valibot';

// Format characters that have a shape of their own: signs that enclose the digits after them.
const visibleFormat = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;
// Characters without a shape: white space, control and format characters, combining marks (which change the shape of a
// character before them), characters that Unicode says to ignore in display (such as the Hangul fillers),
// noncharacters, the blank pattern of braille, and three blank letters and symbols.
const invisible =
  /[\p{White_Space}\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{13441}\u{13442}\u{1d159}]+/gu;

/** Whether a reader sees anything of the text. */
export const hasVisibleText = (text: string): boolean =>
  visibleFormat.test(text) || text.replaceAll(invisible, '') !== '';

/** The check of a text that must not be blank. */
export const visible = v.check(hasVisibleText, 'must contain a visible character');
