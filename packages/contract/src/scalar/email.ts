import * as v from 'valibot';

// RFC 5321 and 6531: a local part is words joined by dots, or quoted; a domain is names, which need no dot, or an
// address in brackets. Letters of every script are allowed.
const word = String.raw`[^\s\p{C}"(),.:;<>@[\]\\]+`;
const quoted = String.raw`"(?:[^"\\\p{C}]|\\[^\p{C}])*"`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?`;
const literal = String.raw`\[(?:[\d.]+|IPv6:[\dA-Fa-f:.]+)\]`;
const address = new RegExp(
  String.raw`^(?:${word}(?:\.${word})*|${quoted})@(?:${label}(?:\.${label})*|${literal})$`,
  'u',
);

/** Whether a text is an email address as mail servers accept it. */
export const isEmailAddress = (text: string): boolean =>
  text.length <= 254 && text.lastIndexOf('@') <= 64 && address.test(text);

/** An email address as mail servers accept it: up to 254 characters, 64 of them before the `@`. */
export const EmailAddress = v.pipe(
  v.string(),
  v.maxLength(254),
  v.check(isEmailAddress, 'must be an email address, such as ann@desk.example'),
);
