import * as v from 'valibot';
import { languageBits, sixBits, threeLetterAliases, twoLetterAliases } from './language-codes.ts';

/** Tags from before BCP 47 that name a language as a whole. */
const grandfathered = new Map([
  ['art-lojban', 'jbo'],
  ['i-ami', 'ami'],
  ['i-bnn', 'bnn'],
  ['i-hak', 'hak'],
  ['i-klingon', 'tlh'],
  ['i-lux', 'ltz'],
  ['i-navajo', 'nav'],
  ['i-pwn', 'pwn'],
  ['i-tao', 'tao'],
  ['i-tay', 'tay'],
  ['i-tsu', 'tsu'],
  ['no-bok', 'nob'],
  ['no-nyn', 'nno'],
  ['zh-guoyu', 'zho'],
  ['zh-hakka', 'hak'],
  ['zh-min-nan', 'nan'],
  ['zh-xiang', 'hsn'],
]);
/** The languages that BCP 47 lets come before the code of one of their own, as in `zh-yue`. */
const extended = new Set(['ar', 'kok', 'lv', 'ms', 'sgn', 'sw', 'uz', 'zh']);

let aliases: ReadonlyMap<string, string> | null = null;

function readAliases(): ReadonlyMap<string, string> {
  const pairs = [
    ...Array.from(twoLetterAliases.matchAll(/(..)(...)/g)),
    ...Array.from(threeLetterAliases.matchAll(/(...)(...)/g)),
  ];
  return new Map(pairs.map(([, code, target]) => [code!, target!]));
}

function known(code: string): string | null {
  aliases ??= readAliases();
  const alias = aliases.get(code);
  if (alias !== undefined) return alias;
  if (!/^[a-z]{3}$/.test(code)) return null;
  // ISO 639-2 reserves these for local use.
  if (code >= 'qaa' && code <= 'qtz') return code;
  const index = [...code].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 97, 0);
  const six = sixBits.indexOf(languageBits[Math.floor(index / 6)]!);
  return six & (1 << (index % 6)) ? code : null;
}

/** The subtags of a language tag in lower case. A locale of POSIX or Java, such as `th_TH.UTF-8`, is one too. */
const subtagsOf = (tag: string): string[] =>
  tag
    .trim()
    .split(/[.@]/, 1)[0]!
    .toLowerCase()
    .split(/[-_\u2010-\u2015\u2212]/);

/**
 * The ISO 639-3 code of the language that a BCP 47 tag or a code of ISO 639-1, 639-2 or 639-3 names: `tha` for `th`, `th-TH`
 * and `THA`, `zho` for `chi`. Scripts and regions are left out. A language that has its own code and is the main one of a
 * macrolanguage counts as the macrolanguage: `cmn` is `zho`. Null: no language.
 */
export function languageCode(tag: string): string | null {
  const subtags = subtagsOf(tag);
  const [first = '', second = ''] = subtags;
  if (first === 'und' || !subtags.every((subtag) => /^[a-z0-9]{1,8}$/.test(subtag))) return null;
  const whole = grandfathered.get(subtags.join('-'));
  if (whole !== undefined) return whole;
  const own = extended.has(first) && /^[a-z]{3}$/.test(second) ? known(second) : null;
  return own ?? known(first);
}

/**
 * A language as the desk stores and compares it: its ISO 639-3 code. A text that names no language stays, in lower case and
 * without white space around it. `und`, which means that the language is not known, becomes an empty text.
 */
export const toLanguage = (text: string): string =>
  subtagsOf(text)[0] === 'und' ? '' : (languageCode(text) ?? text.trim().toLowerCase());

/** The check of a text that must name a language. */
export const isLanguage = v.check(
  (text: string) => languageCode(text) !== null,
  'must be a language: a BCP 47 tag or a code of ISO 639, such as tha, th or th-TH',
);
