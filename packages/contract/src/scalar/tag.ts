import * as v from 'valibot';
import { visible } from './visible-text.ts';

/** A tag as the desk stores and compares it: in lower case, in Unicode NFKC, without superfluous white space. */
export const toTag = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();

/** A tag: 1 to 32 characters after `toTag`. */
export const Tag = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform(toTag),
  v.minLength(1),
  v.maxLength(32),
  visible,
);
