import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Tag, toTag } from './tag.ts';

describe('toTag', () => {
  it.each([
    ['Map Pin', 'map pin'],
    ['  map \t\n pin ', 'map pin'],
    ['ＶＩＰ', 'vip'],
    ['E\u0301clair', 'éclair'],
    ['İstanbul', 'i̇stanbul'],
    ['ΟΔΟΣ', 'οδος'],
    ['東京', '東京'],
    ['a\u00a0b', 'a b'],
  ])('writes %j as %j, and keeps that as it is', (text, tag) => {
    expect(toTag(text)).toBe(tag);
    expect(toTag(tag)).toBe(tag);
  });
});

describe('Tag', () => {
  it('accepts up to 32 characters', () => {
    expect(v.parse(Tag, ` ${'A'.repeat(32)} `)).toBe('a'.repeat(32));
    expect(v.is(Tag, 'a'.repeat(33))).toBe(false);
  });

  it.each(['', ' ', '\u200b', '\u3164'])('refuses %j', (text) => {
    expect(v.is(Tag, text)).toBe(false);
  });
});
