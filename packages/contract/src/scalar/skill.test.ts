import { describe, expect, it } from 'vitest';
import { reasonKey, topicKey } from './contact-reason.ts';
import { toSkill } from './skill.ts';

describe('reasonKey', () => {
  it.each([
    [
      'delivery - late',
      'Delivery - Late',
      'delivery – late',
      'delivery—late',
      'DELIVERY  -  LATE ',
      'deliverylate',
    ],
    [
      'pre-order',
      'Pre Order',
      'preorder',
      'PRE\u2011ORDER',
      'pre\u00adorder',
      'pre\u2212order',
      'pre\u00a0order',
    ],
    ['Größe', 'GRÖSSE', 'gro\u0308ße'],
    ['οδός', 'ΟΔΌΣ'],
    ['配送－遅延', '配送 - 遅延', '配送—遅延'],
    ['ＶＩＰ', 'vip'],
  ])('is the same for %s and its other forms', (reason, ...others) => {
    expect(others.map(reasonKey)).toEqual(others.map(() => reasonKey(reason)));
  });

  it('differs for other reasons, and keeps a reason of dashes', () => {
    expect(reasonKey('delivery_late')).not.toBe(reasonKey('delivery - late'));
    expect(reasonKey(' - ')).toBe('-');
  });
});

describe('topicKey', () => {
  it.each([
    'Delivery - late',
    'delivery – late',
    'DELIVERY—late',
    'delivery -late',
    'delivery- late',
    'delivery',
  ])('is the part of %s before its first dash', (reason) => {
    expect(topicKey(reason)).toBe('delivery');
  });

  it('does not end at a hyphen within a word', () => {
    expect(topicKey('Pre-order - cancelled')).toBe('preorder');
  });

  it('is empty for a reason that begins with a dash', () => {
    expect(topicKey(' - late')).toBe('');
  });
});

describe('toSkill', () => {
  it.each([
    ['language:th-TH', 'language:tha'],
    ['Language: THA', 'language:tha'],
    ['lang:chi', 'lang:zho'],
    ['language:Klingon', 'language:klingon'],
    ['language:und', 'language:und'],
    ['language:{language}', 'language:{language}'],
    ['CCR: {ccr}', 'ccr:{ccr}'],
    ['ccr:Wrong Address', 'ccr:wrongaddress'],
    ['entity:FP_TH', 'entity:FP_TH'],
    [' VIP ', 'VIP'],
    ['tier:2', 'tier:2'],
    ['language:', 'language:'],
  ])('writes %s as %s', (skill, expected) => {
    expect(toSkill(skill)).toBe(expected);
    expect(toSkill(expected)).toBe(expected);
  });
});
