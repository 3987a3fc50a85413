import { iso6393 } from 'iso-639-3';

const sixBits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const threeLetterCodes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
const known = new Set(iso6393.map((language) => language.iso6393));
const byTwoLetters = new Map(
  iso6393.flatMap(({ iso6391: code, iso6393: target }) => (code ? [[code, target]] : [])),
);
const byBibliographic = new Map(
  iso6393.flatMap(({ iso6392B: code, iso6393: target }) => (code && code !== target ? [[code, target]] : [])),
);
// Withdrawn from ISO 639-1 and still in use: some programming languages write them.
const withdrawn = [
  ['in', 'ind'],
  ['iw', 'heb'],
  ['ji', 'yid'],
  ['jw', 'jav'],
  ['mo', 'ron'],
  ['sh', 'hbs'],
] as const;

/**
 * Returns the code that CLDR uses instead of this one, if it is another language of ISO 639-3: the new code of a withdrawn
 * one, the macrolanguage of its main member (`zho` of `cmn`), `fil` of `tgl`. A code that CLDR replaces by a language of one
 * region or script stays.
 */
function replacedBy(code: string): string | undefined {
  const canonical = Intl.getCanonicalLocales(code)[0] ?? code;
  const target = canonical.length === 2 ? byTwoLetters.get(canonical) : canonical;
  return target !== undefined && target !== code && known.has(target) ? target : undefined;
}

/** Returns the codes that mean the same as another code of ISO 639-3, with that code. */
export function languageAliases(): Map<string, string> {
  const aliases = new Map<string, string>([...byTwoLetters, ...withdrawn]);
  for (const code of threeLetterCodes) {
    const target = byBibliographic.get(code) ?? replacedBy(code);
    if (target !== undefined && target !== code) aliases.set(code, target);
  }
  // An alias leads to its last target in one step: `tl` is `tgl`, which is `fil`.
  for (const [code, target] of aliases) aliases.set(code, aliases.get(target) ?? target);
  return aliases;
}

/**
 * Returns a bit for each code of three letters, in alphabetical order: whether ISO 639-3 has it. A character is six bits, the
 * lowest first.
 */
export function languageBits(): string {
  const sixes = new Uint8Array(Math.ceil(threeLetterCodes.length / 6));
  for (const [i, code] of threeLetterCodes.entries())
    if (known.has(code)) sixes[Math.floor(i / 6)]! |= 1 << (i % 6);
  return Array.from(sixes, (six) => sixBits[six]).join('');
}

/** Writes the module of the contract that contains the codes. */
export function languageCodes(): string {
  const aliases = [...languageAliases()].map((pair) => pair.join('')).toSorted();
  const ofLength = (length: number) => aliases.filter((alias) => alias.length === length).join('');
  return `// Generated from the package iso-639-3 and Unicode CLDR. To change it, run \`pnpm --filter @chat-ticket/codegen languages\`.

/** The characters of \`languageBits\`, each of the six bits of its index. */
export const sixBits = '${sixBits}';

/**
 * A bit for each code of three letters, in alphabetical order: whether ISO 639-3 has it. A character is six bits, the lowest
 * first.
 */
export const languageBits =
  '${languageBits()}';

/** Codes of two letters, each followed by its code in ISO 639-3. */
export const twoLetterAliases =
  '${ofLength(5)}';

/** Codes of three letters, each followed by the code in ISO 639-3 that is used instead. */
export const threeLetterAliases =
  '${ofLength(6)}';
`;
}
