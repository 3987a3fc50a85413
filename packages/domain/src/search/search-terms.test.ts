import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTextOf, searchTerms } from './search-terms.ts';

const termsOf = (text: string) => searchTerms(text).map(({ term }) => term);

/** Texts of letters, marks, emoji, joiners and jamo of the scripts that have rules of their own. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        ...' .-"*aZé1٣ßẞıİſςΣᾳйёїќђأإآةىכךกาไก่น้ำํ้दािक़한ᄒ\u1161\u11ab글カがガ゛゙ﾊﾟ訂單ーㄅ½①ﷺ™©ー',
        '👍🏽',
        '👩‍🍳',
        '🇩🇪',
        '❤️',
        '1️⃣',
        '🤦🏽‍♀️',
        '\u200c',
        '\u200d',
        '\u00ad',
        '\u0301',
        '\u0640',
        '\u0e4d',
        '\ufe0f',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('searchTerms', () => {
  it.each([
    ['letter case', 'Order ORDER order'],
    ['Latin accents', 'crème CRÈME cre\u0300me creme'],
    ['Vietnamese', 'Đường đường đ\u01b0ờng duong'],
    ['German', 'Straße STRASSE strasse STRAẞE'],
    ['Polish, Danish and Maltese', 'łøħæœ ŁØĦÆŒ lohaeoe'],
    ['Turkish', 'ısı ISI İSİ isi'],
    ['Icelandic', 'þðæ ÞÐÆ thdae'],
    ['full width', 'ＡＢＣ１２３ abc123 ＡＢＣ123'],
    ['ligatures', 'ﬁne fine'],
    ['Greek accents and final sigma', 'ελληνικός ΕΛΛΗΝΙΚΌΣ ελληνικοσ ελληνικος'],
    ['Greek with breathings', 'ἄνθρωπος ανθρωπος ΑΝΘΡΩΠΟΣ'],
    ['Greek with iota subscript', 'ᾳ α Α'],
    ['Cyrillic ё', 'ёлка елка ЁЛКА е\u0308лка'],
    ['Cyrillic й', 'йод ЙОД и\u0306од'],
    ['Ukrainian ї', 'їжа ЇЖА і\u0308жа'],
    ['Cyrillic stress', 'за\u0301мок замок'],
    ['Arabic marks', 'مَرْحَبًا مرحبا'],
    ['Arabic alef forms', 'أكل إكل آكل ٱكل اكل'],
    ['Arabic tatweel', 'مـرحـــبا مرحبا ـمرحباـ'],
    ['Arabic teh marbuta and alef maksura', 'مدرسة مدرسه'],
    ['Arabic presentation forms', 'ﻣﺮﺣﺒﺎ مرحبا'],
    ['Persian letters and joiners', 'می\u200cخواهم ميخواهم میخواهم'],
    ['Hebrew points', 'שָׁלוֹם שלום'],
    ['Hebrew final letters', 'שלום שלומ'],
    ['Devanagari nukta', 'क\u093cलम कलम \u0958लम'],
    ['Thai sara am', 'น้ำ น\u0e4d\u0e49า น\u0e49\u0e4dา'],
    ['decomposed Hangul', `한국 ${'한국'.normalize('NFD')}`],
    ['kana', 'パン ﾊﾟﾝ ぱん ハ\u309aン'],
    ['digits', '123 １２３ ١٢٣ ۱۲۳ १२३ ১২৩ ๑๒๓'],
    ['soft hyphens and marks of direction', 'order or\u00adder \u200eorder\u200f'],
    ['skin tones', '👍 👍🏽 👍🏿'],
    ['genders', '🤦 🤦‍♀️ 🤦🏽‍♂️'],
    ['variation selectors', '❤ ❤️'],
    ['keycaps', '1 1️⃣'],
  ])('ignores what does not matter: %s', (_, text) => {
    const words = text.split(' ').map((word) => termsOf(word).join(' '));
    expect(new Set(words)).toEqual(new Set([words[0]]));
    expect(words[0]).not.toBe('');
  });

  it.each([
    ['vowel signs of Hindi', 'दाल दिल दल'],
    ['tone marks of Thai', 'ไก ไก่ ไก้'],
    ['vowel signs of Bengali', 'কলা কালো কুল'],
    ['vowel signs of Tamil', 'கல் கால் கில்'],
    ['voicing marks of Japanese', 'か\u3099く か\u309aく かく'],
    ['Cyrillic й and и', 'мой мои'],
    ['Ukrainian ї and і', 'їх іх'],
    ['emoji', '👩 👩‍🍳 🍳 🇩🇪 🇪🇩'],
  ])('keeps what makes another word: %s', (_, text) => {
    const words = text.split(' ').map((word) => termsOf(word).join(' '));
    expect(new Set(words).size).toBe(words.length);
  });

  it.each([
    ['words and numbers', 'I’m at #12, order 4711-2!', 'i m at 12 order 4711 2'],
    ['runs in pairs', '我的訂單', '我的 的訂 訂單 單'],
    ['a run next to a word', 'iPhone訂單x', 'iphone 訂單 單 x'],
    ['Thai letters with their marks', 'ไก่ทอด', 'ไก่ ก่ท ทอ อด ด'],
    ['Korean', '주문이 안', '주문 문이 이 안'],
    ['emoji', 'late😡😡 👍🏽x', 'late 😡 😡 👍 x'],
    ['flags', '🇩🇪🇫🇷', '🇩🇪 🇫🇷'],
    ['fractions', '1½', '1 1 2'],
    ['trade marks', 'Chat™ ok', 'chat tm ok'],
    ['file names', 'scan_29.final.PDF', 'scan 29 final pdf'],
    ['nothing', ' !? "*" ـ \u0301 ‼', ''],
  ])('separates %s', (_, text, terms) => expect(termsOf(text).join(' ')).toBe(terms));

  // The same text arrives composed or decomposed, and in any letter case.
  it('returns the same for equivalent texts', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const terms = termsOf(text.normalize('NFC'));
        expect(termsOf(text.normalize('NFD'))).toEqual(terms);
        expect(termsOf(text.normalize('NFC').toLowerCase())).toEqual(terms);
      }),
      { numRuns: 2_000 },
    );
  });

  it('returns terms that are separated by spaces only, at ascending places', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const terms = searchTerms(text);
        expect(indexTextOf([text]).split(' ').filter(Boolean)).toEqual(terms.map(({ term }) => term));
        for (const [i, { term, start, end, headEnd }] of terms.entries()) {
          expect(term).toMatch(/^[^\p{Z}\p{C}\p{P}]+$/u);
          expect(start).toBeLessThan(headEnd);
          expect(headEnd).toBeLessThanOrEqual(end);
          expect(start).toBeGreaterThanOrEqual(terms[i - 1]?.start ?? 0);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets no phrase reach from one text to the next', () =>
    expect(indexTextOf(['my order', 'scan.pdf', ''])).toBe('my order ¶ scan pdf ¶ '));
});
