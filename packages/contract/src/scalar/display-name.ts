import * as v from 'valibot';
import { hasVisibleText } from './visible-text.ts';

/** Whether something of a text is visible, and no character of it is a NUL or half a surrogate pair. */
const isVisible = (text: string): boolean =>
  text.isWellFormed() && !text.includes('\0') && hasVisibleText(text);

/** The name of a person as shown to people: 1 to 200 characters, some of them visible. */
export const DisplayName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  v.check(isVisible, 'must contain a visible character, and no NUL or unpaired surrogate'),
);
