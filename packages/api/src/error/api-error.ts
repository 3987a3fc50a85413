import type { ErrorCode, ErrorObject } from '@chat-ticket/contract';

/** What is wrong in this request, beyond what the error table says of the code. */
export type Problem = {
  detail?: string;
  source?: NonNullable<ErrorObject['source']>;
  meta?: NonNullable<ErrorObject['meta']>;
};

/** The only error that a handler throws on purpose. It is rendered in one place. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly problems: readonly Problem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    problems: Problem | readonly Problem[] = {},
    headers: Record<string, string> = {},
  ) {
    super(code);
    this.code = code;
    this.problems = Array.isArray(problems) ? problems : [problems as Problem];
    this.headers = headers;
  }
}
