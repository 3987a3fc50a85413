import { describe, expect, it } from 'vitest';
import { languageCode, toLanguage } from './language.ts';

const named: readonly (readonly [code: string, ...tags: string[]])[] = [
  ['tha', 'th', 'TH', 'tha', 'THA', 'th-TH', 'th_TH', 'th-TH-u-ca-buddhist', 'th_TH.UTF-8', ' tha ', 'th–TH'],
  ['zho', 'zh', 'zho', 'chi', 'CHI', 'zh-Hant-TW', 'zh-Hans', 'cmn', 'zh-cmn', 'zh-cmn-Hans-CN', 'zh-guoyu'],
  ['yue', 'yue', 'zh-yue', 'zh-yue-HK', 'yue-Hant'],
  ['nan', 'nan', 'zh-min-nan'],
  ['deu', 'de', 'deu', 'ger', 'de-CH-1996', 'de_DE@euro'],
  ['fra', 'fr', 'fra', 'fre', 'fr-CA'],
  ['ces', 'cs', 'ces', 'cze'],
  ['nld', 'nl', 'nld', 'dut', 'nl-BE'],
  ['mya', 'my', 'mya', 'bur'],
  ['msa', 'ms', 'msa', 'may', 'zsm'],
  ['fas', 'fa', 'fas', 'per', 'pes'],
  ['fil', 'fil', 'tl', 'tgl', 'fil-PH'],
  ['heb', 'he', 'iw', 'heb'],
  ['ind', 'id', 'in', 'ind'],
  ['ron', 'ro', 'rum', 'mo', 'mol'],
  ['nor', 'no'],
  ['nob', 'nb', 'no-bok'],
  ['ara', 'ar', 'arb', 'ar-arb', 'ar-EG'],
  ['arz', 'arz', 'ar-arz'],
  ['ase', 'ase', 'sgn-ase'],
  ['eng', 'en', 'en-US', 'en-USA', 'en-x-desk'],
  ['tlh', 'tlh', 'i-klingon'],
  ['aaa', 'aaa'],
  ['zza', 'zza'],
  ['qaa', 'qaa'],
];

describe('languageCode', () => {
  it.each(named)('is %s for each of its tags', (code, ...tags) => {
    expect(tags.map(languageCode)).toEqual(tags.map(() => code));
  });

  it.each([
    '',
    ' ',
    'klingon',
    'xx',
    'xxx',
    'qzz',
    'english',
    'und',
    'x-thai',
    'C',
    'th TH',
    'th--TH',
    '1',
    'ไทย',
  ])('is null for %j, which names no language', (text) => {
    expect(languageCode(text)).toBeNull();
  });

  it('is the code itself for each code that it returns', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const twoLetters = letters.flatMap((a) => letters.map((b) => a + b));
    const tags = [...twoLetters, ...twoLetters.flatMap((two) => letters.map((c) => two + c))];
    const codes = tags.map(languageCode).filter((code) => code !== null);
    expect(codes.map(languageCode)).toEqual(codes);
  });
});

describe('toLanguage', () => {
  it('keeps a text that names no language, in lower case', () => {
    expect(toLanguage(' Klingon ')).toBe('klingon');
    expect(toLanguage('klingon')).toBe('klingon');
  });

  it('is empty if the language is not known', () => {
    expect([toLanguage(''), toLanguage('und'), toLanguage('und-Latn')]).toEqual(['', '', '']);
  });
});
