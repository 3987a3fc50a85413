import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchPhrases } from './search-query.ts';
import { searchSnippet } from './search-snippet.ts';

const graphemesOf = (text: string) =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
const snippetOf = (search: string, ...texts: string[]) => searchSnippet(texts, searchPhrases(search));

describe('searchSnippet', () => {
  it.each([
    ['a word', 'late', 'My order is late!', 'My order is ⟦late⟧!'],
    ['a beginning', 'ord', 'My orders', 'My ⟦orders⟧'],
    ['a phrase', '"order is"', 'order, is an order is', '⟦order, is⟧ an ⟦order is⟧'],
    ['accents', 'creme', 'Cre\u0300me brûlée', '⟦Cre\u0300me⟧ brûlée'],
    ['Hindi', 'हिन्दी', 'हिन्दी में', '⟦हिन्दी⟧ में'],
    ['Bengali', 'কলা', 'কলা খাই', '⟦কলা⟧ খাই'],
    ['Thai', 'ออเดอร์', 'ขอเช็คออเดอร์หน่อย', 'ขอเช็ค⟦ออเดอร์⟧หน่อย'],
    ['Thai sara am', 'น้ำ', 'ขอน้ำหน่อย', 'ขอ⟦น้ำ⟧หน่อย'],
    ['Arabic', 'مرحبا', 'مَرْحَبًا بك', '⟦مَرْحَبًا⟧ بك'],
    ['Chinese', '訂單', '我的訂單還沒到', '我的⟦訂單⟧還沒到'],
    ['one character of Chinese', '單', '我的訂單還沒到', '我的訂⟦單⟧還沒到'],
    [
      'decomposed Hangul',
      '국어',
      '한국어'.normalize('NFD'),
      `${'한'.normalize('NFD')}⟦${'국어'.normalize('NFD')}⟧`,
    ],
    ['a joined emoji', '👩', 'a 👩‍🍳b', 'a ⟦👩‍🍳⟧b'],
    ['a skin tone', '👍', 'ok 👍🏽👍', 'ok ⟦👍🏽⟧⟦👍⟧'],
    ['nothing', 'x', 'My order', 'My order'],
  ])('marks %s', (_, search, text, snippet) => expect(snippetOf(search, text)).toBe(snippet));

  it('shows the text in which most words match, or else the first', () => {
    expect(snippetOf('order scan', 'my order', 'order scan.pdf')).toBe('⟦order⟧ ⟦scan⟧.pdf');
    expect(snippetOf('order', 'my order', 'order.pdf')).toBe('my ⟦order⟧');
    expect(snippetOf('order', '', 'order.pdf')).toBe('⟦order⟧.pdf');
  });

  it('shows the part with most words of a long text, cut between words', () => {
    const text = `late ${'word '.repeat(100)}my late order, ${'word '.repeat(100)}`;
    expect(snippetOf('order late', text)).toMatch(/^…(word )+my ⟦late⟧ ⟦order⟧,( word)+…$/);
    expect(snippetOf('order late', text).length).toBeLessThan(180);
    expect(snippetOf('x', text)).toMatch(/^late( word)+…$/);
  });

  it('cuts no grapheme, and puts no mark into one', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
      fc.constantFrom(
        'ออเดอร์',
        'हिन्दी',
        'কলা',
        '訂單',
        '👩‍🍳',
        '👍🏽',
        'e\u0301',
        'น้ำ',
        '한'.normalize('NFD'),
        ' ',
        'word ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 80 }),
        fc.nat(),
        fc.nat(3),
        (parts, at, length) => {
          const text = parts.join('').replace(/[⟦⟧…]/g, '');
          const from = at % parts.length;
          const snippet = snippetOf(parts.slice(from, from + 1 + length).join(''), text);
          const pieces = snippet.replace(/^…|…$/g, '').split(/[⟦⟧]/).filter(Boolean);
          expect(text).toContain(pieces.join(''));
          const graphemes = graphemesOf(text);
          for (const piece of pieces)
            expect(graphemes.join('\n').includes(graphemesOf(piece).join('\n'))).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
