/** The parts of a search text that can be found: those between spaces that contain a letter or a digit. */
export const searchWords = (text: string): string[] =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
