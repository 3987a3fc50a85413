import { isSearchable } from '@chat-ticket/contract';
import { searchTerms } from './search-terms.ts';

/** Terms that must follow each other. `isPrefix`: the last one may be the beginning of a term. */
export type SearchPhrase = { terms: readonly string[]; isPrefix: boolean };

const quotes = /[“”„‟＂]/gu;
const stars = /＊/gu;
const item = /"([^"]*)"(\*?)|[^\s"]+/gu;

/**
 * The phrases that a message must contain, all of them and in any order. A word is a phrase: `4711-2` has two terms. Text
 * between double quotes is one phrase. `*` after a word or phrase means that its last word may go on; so may the last word
 * of the search, unless it is in quotes. Empty: nothing can be found.
 */
export function searchPhrases(search: string): SearchPhrase[] {
  const items = [...search.replace(quotes, '"').replace(stars, '*').matchAll(item)].filter(([own]) =>
    isSearchable(own),
  );
  const phrases = items.map(([own, quoted, star], i) =>
    quoted === undefined
      ? phraseOf(own, own.endsWith('*') || i === items.length - 1)
      : phraseOf(quoted, star === '*'),
  );
  // A word that is repeated asks for nothing more, and would be looked for again.
  return [...new Map(phrases.map((phrase) => [JSON.stringify(phrase), phrase])).values()];
}

function phraseOf(text: string, isPrefix: boolean): SearchPhrase {
  const found = searchTerms(text);
  const last = found.at(-1);
  if (!last?.isInRun) return { terms: found.map(({ term }) => term), isPrefix };
  // A run can go on after the searched part, so its last character has no term of its own. In a search for one character
  // it is the beginning of a term.
  const isPair = found.at(-2)?.isInRun === true && found.at(-2)!.end === last.end;
  return { terms: (isPair ? found.slice(0, -1) : found).map(({ term }) => term), isPrefix: !isPair };
}

/** The query of the full-text index for messages that contain all phrases. Each is quoted, so that nothing is an operator. */
export const matchExpression = (phrases: readonly SearchPhrase[]): string =>
  phrases.length === 0
    ? '""'
    : phrases.map(({ terms, isPrefix }) => `"${terms.join(' ')}"${isPrefix ? '*' : ''}`).join(' ');
