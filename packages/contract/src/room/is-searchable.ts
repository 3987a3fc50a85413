/** A character that a search can find: a letter, a digit or an emoji. Tatweel only stretches a word, and ↔ with a stroke is ↮. */
const searchable =
  /(?!\u0640)[\p{L}\p{N}]|(?![\p{P}\u24c2])\p{Extended_Pictographic}(?!\u0338)|\p{RI}\p{RI}/u;

/** Whether a search for this text can find anything. */
export const isSearchable = (text: string): boolean => searchable.test(text);
