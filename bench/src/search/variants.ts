import { indexTextOf, searchTerms } from '@chat-ticket/domain';

/** A way to index texts: what is stored, how the index separates it, and the query for the words of a person. */
export type Variant = {
  name: string;
  options: string;
  stored: (text: string) => string;
  match: (words: string) => string;
};

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const lastIsPrefix = (words: readonly string[]) => `${words.map(quote).join(' ')}*`;
const asWords = (text: string) => lastIsPrefix(text.split(' '));

/** The terms of a text, with each character of a run as a term. */
const singles = (text: string): string[] =>
  searchTerms(text).map(({ term, isInRun, start, end, headEnd }) =>
    isInRun && end > headEnd ? (searchTerms(text.slice(start, headEnd))[0]?.term ?? term) : term,
  );

/** The query for the terms of a text: a phrase for each word. The last one is a prefix, unless it is in a run. */
const phrases = (text: string, termsOf: (word: string) => { term: string; isPrefix: boolean }[]): string =>
  text
    .split(' ')
    .map((word) => {
      const terms = termsOf(word);
      return quote(terms.map(({ term }) => term).join(' ')) + (terms.at(-1)?.isPrefix ? '*' : '');
    })
    .join(' ');

const pairTerms = (word: string) => {
  const terms = searchTerms(word);
  const isPair = terms.length > 1 && terms.at(-1)!.isInRun;
  const kept = isPair ? terms.slice(0, -1) : terms;
  return kept.map(({ term, isInRun }, i) => ({
    term,
    isPrefix: i === kept.length - 1 && (!isInRun || !isPair),
  }));
};
const singleTerms = (word: string) => {
  const isInRun = searchTerms(word).at(-1)?.isInRun ?? false;
  return singles(word).map((term) => ({ term, isPrefix: !isInRun }));
};

const marks = `tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"`;
/** The folded text, with spaces between words only. */
const folded = (text: string): string => {
  const characters = singles(text);
  const terms = searchTerms(text);
  return characters
    .map((term, i) => {
      const { isInRun, start } = terms[i]!;
      return isInRun && terms[i - 1]?.isInRun && terms[i - 1]!.headEnd === start ? term : ` ${term}`;
    })
    .join('')
    .trim();
};

export const variants: readonly Variant[] = [
  { name: 'unicode61, texts as sent', options: marks, stored: (text) => text, match: asWords },
  {
    name: 'ascii, terms with single characters',
    options: 'tokenize=ascii, columnsize=0',
    stored: (text) => singles(text).join(' '),
    match: (text) => phrases(text, singleTerms),
  },
  {
    name: 'ascii, terms with pairs',
    options: 'tokenize=ascii, columnsize=0',
    stored: (text) => indexTextOf([text]),
    match: (text) => phrases(text, pairTerms),
  },
  {
    name: 'ascii, terms with pairs, prefix=1',
    options: `tokenize=ascii, columnsize=0, prefix='1'`,
    stored: (text) => indexTextOf([text]),
    match: (text) => phrases(text, pairTerms),
  },
  {
    name: 'trigram',
    options: `tokenize='trigram case_sensitive 1', columnsize=0`,
    stored: folded,
    match: (text) =>
      text
        .split(' ')
        .map((word) => quote(folded(word)))
        .join(' '),
  },
];
