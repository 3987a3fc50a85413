/**
 * An email address as it is compared: without the difference of letter case, in every script, and without quotes that change
 * nothing. Two addresses with the same key name the same person. SQLite’s `lower` knows the case of ASCII only.
 */
export const emailKey = (email: string): string =>
  // A sigma has another form at the end of a word.
  unquoted(email).normalize('NFC').toLowerCase().replaceAll('ς', 'σ').normalize('NFC');

const quoted = /^"((?:[^"\\]|\\.)+)"(@[^"]+)$/u;
const needsQuotes = /[\s"(),:;<>@[\\\]]|^\.|\.\.|\.$/u;

/** The address without quotes around its local part if it means the same without them: `"ann"@desk.example`. */
function unquoted(email: string): string {
  const [, content, domain] = quoted.exec(email) ?? [];
  const local = content?.replaceAll(/\\(.)/gu, '$1');
  return local === undefined || needsQuotes.test(local) ? email : `${local}${domain}`;
}
