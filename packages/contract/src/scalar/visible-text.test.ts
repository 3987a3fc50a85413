import { describe, expect, it } from 'vitest';
import { hasVisibleText } from './visible-text.ts';

const blank = [
  ['spaces and line breaks', ' \t\r\n\u00a0\u2003\u3000\u2028\u1680'],
  ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
  ['directions', '\u200e\u202e\u2066\u2069'],
  ['a soft hyphen', '\u00ad'],
  ['combining marks alone', '\u0301\u0e49\u0903\u20dd'],
  ['Hangul fillers', '\u3164\uffa0\u115f\u1160'],
  ['braille blank', '\u2800'],
  ['variation selectors and tags', '\ufe0f\u{e0100}\u{e0041}'],
  ['the grapheme joiner', '\u034f'],
  ['Khmer inherent vowels', '\u17b4\u17b5'],
  ['control characters', '\u0007\u001b\u0085'],
  ['a noncharacter', '\ufffe'],
  ['a hieroglyphic blank', '\u{13441}'],
  ['a musical null', '\u{1d159}'],
] as const;

describe('hasVisibleText', () => {
  it.each(blank)('sees nothing in %s', (_, text) => {
    expect(hasVisibleText(text)).toBe(false);
    expect(hasVisibleText(`${text}.${text}`)).toBe(true);
  });

  it.each([
    'a',
    '0',
    '.',
    '👍',
    '❤️',
    '👩‍👩‍👧',
    'é',
    'हिन्दी',
    'สวัสดี',
    '안녕',
    '⠁',
    'ー',
    '\u0600',
    '\ufffc',
    '\ue000',
    // Unassigned: a newer version of Unicode can give it a shape.
    '\u{1faff}',
  ])('sees %s', (text) => {
    expect(hasVisibleText(text)).toBe(true);
  });
});
