import type { ErrorCode, ErrorObject } from '@chat-ticket/contract';

/**
 * What can go wrong without the desk’s own answer.
 * - `network_error`: no answer, or one that broke off;
 * - `timeout`: none within `timeoutMs`;
 * - `unexpected_response`: one that the contract does not know, such as a proxy’s HTML page.
 */
export type ClientErrorCode = 'network_error' | 'timeout' | 'unexpected_response';

/** Why a call failed. */
export type Problem<Code extends string = ErrorCode | ClientErrorCode> = {
  readonly code: Code;
  /** Short summary, the same for every problem of its kind. */
  readonly title: string;
  /** What is wrong and what to do about it. */
  readonly detail: string;
  /** The part of the request that is at fault, where there is one. */
  readonly source?: ErrorObject['source'];
  /** The request id, to be reported; absent when there was no answer. */
  readonly id?: string | undefined;
  /** What the platform threw, when there was no answer. */
  readonly cause?: unknown;
};

/** A call that did not succeed. `status` is 0 when there was no answer. */
export type Failure<Code extends string = ErrorCode | ClientErrorCode> = {
  readonly ok: false;
  readonly status: number;
  readonly error: Problem<Code>;
};

/** A call that succeeded; `data` is `undefined` where the status has no body. */
export type Success<Status extends number = number, Data = unknown> = {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
};

/** A failed call as `unwrap` throws it. */
export class ChatTicketError extends Error {
  override readonly name = 'ChatTicketError';
  readonly code: ErrorCode | ClientErrorCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly source: ErrorObject['source'];
  /** The request id, to be reported. */
  readonly id: string | undefined;

  constructor({ status, error }: Failure) {
    super(`${error.code}: ${error.detail}`, { cause: error.cause });
    this.code = error.code;
    this.status = status;
    this.title = error.title;
    this.detail = error.detail;
    this.source = error.source;
    this.id = error.id;
  }
}

/** The data of a call that succeeded. Throws a `ChatTicketError` for one that did not. */
export function unwrap<Data>(result: Success<number, Data> | Failure): Data {
  if (!result.ok) throw new ChatTicketError(result);
  return result.data;
}
