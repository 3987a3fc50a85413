import { languageCode } from '@chat-ticket/contract';
import { iso6393 } from 'iso-639-3';
import { expect, it } from 'vitest';
import { languageAliases } from '../src/language-codes.ts';

it('the contract knows each code of ISO 639, and every alias leads to one', () => {
  const { length } = iso6393;
  expect(length).toBeGreaterThan(7800);
  const aliases = languageAliases();
  for (const { iso6393: code, iso6391, iso6392B } of iso6393) {
    if (code === 'und') continue;
    const expected = aliases.get(code) ?? code;
    const tags = [code, iso6391, iso6392B].filter((tag) => tag !== undefined);
    expect([code, tags.map(languageCode)]).toEqual([code, tags.map(() => expected)]);
  }
});
