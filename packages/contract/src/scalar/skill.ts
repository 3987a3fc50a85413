import * as v from 'valibot';
import { reasonKey } from './contact-reason.ts';
import { languageCode, toLanguage } from './language.ts';

/** A skill or need that names a language or a contact reason. */
const named = /^(language|lang|ccr)\s*:\s*(\S.*)$/isu;

/**
 * A skill or a need as the desk stores and compares it. The language of `language:th` is written as its ISO 639-3 code, and
 * the contact reason of `ccr:Delivery` as reasons are compared. Every other skill stays, without white space around it.
 */
export function toSkill(skill: string): string {
  const [, kind, value] = named.exec(skill.trim()) ?? [];
  if (kind === undefined || value === undefined) return skill.trim();
  const prefix = `${kind.toLowerCase()}:`;
  // A placeholder such as `{ccr}` is filled in later.
  if (value.includes('{')) return prefix + value;
  return prefix + (prefix === 'ccr:' ? reasonKey(value) : toLanguage(value) || value.toLowerCase());
}

/** The check of a need whose language, if it names one, must be known. */
export const hasKnownLanguage = v.check((need: string) => {
  const [, kind = '', value = ''] = named.exec(need.trim()) ?? [];
  return !/^lang/i.test(kind) || value.includes('{') || languageCode(value) !== null;
}, 'must name a language by a BCP 47 tag or a code of ISO 639, such as language:tha');
