import type * as v from 'valibot';

/**
 * A validation issue as a sentence. A message of the contract is a predicate, such as `must be a URL`, and gets
 * the subject; a message of valibot is a sentence already.
 */
export const issueSentence = (subject: string, { message }: v.BaseIssue<unknown>): string =>
  /^[a-z]/.test(message) ? `${subject} ${message}.` : `${message}.`;
