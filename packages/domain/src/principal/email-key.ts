/**
 * An email address as it is compared: without the difference of letter case, in every script. Two addresses with the same key
 * name the same person. SQLite’s `lower` knows the case of ASCII only.
 */
export const emailKey = (email: string): string =>
  // A sigma has another form at the end of a word.
  email.normalize('NFC').toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
