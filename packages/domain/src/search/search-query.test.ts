import { isSearchable } from '@chat-ticket/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTerms } from './search-terms.ts';
import { matchExpression, searchPhrases } from './search-query.ts';

const matchOf = (search: string) => matchExpression(searchPhrases(search));

describe('searchPhrases', () => {
  it.each([
    ['each word', 'late Order', '"late" "order"*'],
    ['a word with separators', '4711-2 late', '"4711 2" "late"*'],
    ['a phrase', '"late order"', '"late order"'],
    ['a phrase whose last word may go on', '"late ord"* x', '"late ord"* "x"*'],
    ['a phrase in typographic quotes', '„late order“ “my rider”', '"late order" "my rider"'],
    ['a beginning', 'ord* late', '"ord"* "late"*'],
    ['a beginning in full width', 'ｏｒｄ＊ late', '"ord"* "late"*'],
    ['a quote that is not closed', '5" late', '"5" "late"*'],
    ['signs alone', '- late " * ^ (', '"late"*'],
    ['no operator', 'a OR b NOT NEAR(c', '"a" "or" "b" "not" "near c"*'],
    ['an empty phrase', '"" late "!"', '"late"*'],
    ['two characters of a run', '訂單', '"訂單"'],
    ['more characters of a run', '訂單還 x', '"訂單 單還" "x"*'],
    ['one character of a run', '"單" x', '"單"* "x"*'],
    ['a run before a word', 'x訂單y', '"x 訂單 單 y"*'],
    ['a run after a space in a phrase', '"我的 訂單"', '"我的 的 訂單"'],
    ['an emoji', 'late 😡', '"late" "😡"*'],
    ['nothing', '!? "" *', '""'],
  ])('finds %s', (_, search, expression) => expect(matchOf(search)).toBe(expression));

  it('finds something exactly if the contract accepts the search', () => {
    const search = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...' "*“-ー〰‼©™🇩🏽a1ـ\u0301\u200d\u3164½')).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(search, (text) => {
        const phrases = searchPhrases(text);
        expect(phrases.length > 0).toBe(isSearchable(text));
        expect(phrases.every(({ terms }) => terms.length > 0)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('knows every character that can be found', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      if (searchTerms(character).length > 0 !== isSearchable(character)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

it('looks once for a word that is repeated', () => {
  expect(searchPhrases('late late "late" late')).toEqual([
    { terms: ['late'], isPrefix: false },
    { terms: ['late'], isPrefix: true },
  ]);
});
