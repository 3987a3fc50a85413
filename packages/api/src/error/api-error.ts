import type { ErrorCode, ErrorObject } from '@chat-ticket/contract';

/** What one occurrence of an error adds to the entry of its code in the contract’s table. */
export type ErrorOccurrence = {
  /** Replaces the detail of the table. */
  detail?: string;
  source?: NonNullable<ErrorObject['source']>;
  meta?: NonNullable<ErrorObject['meta']>;
};

/** The only error that a handler throws on purpose. `renderError` turns it into the response. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  /** One error object of the response each; one at least. */
  readonly occurrences: readonly ErrorOccurrence[];
  /** Headers of the response. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    occurrences: ErrorOccurrence | readonly ErrorOccurrence[] = {},
    headers: Record<string, string> = {},
  ) {
    super(code);
    this.code = code;
    this.occurrences = Array.isArray(occurrences) ? occurrences : [occurrences as ErrorOccurrence];
    this.headers = headers;
  }
}
