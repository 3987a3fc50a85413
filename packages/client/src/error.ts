import type { ErrorCode, ErrorObject } from '@chat-ticket/contract';

/**
 * The codes of errors that occur without a response of the desk:
 * - `network_error`: no response, or one that broke off;
 * - `timeout`: no complete response within `timeoutMs`;
 * - `unexpected_response`: a response that the contract does not define, such as the HTML page of a proxy.
 */
export type ClientErrorCode = 'network_error' | 'timeout' | 'unexpected_response';

/** Why a call failed. */
export type Problem<Code extends string = ErrorCode | ClientErrorCode> = {
  /** The code of the error, for programs. It never changes its meaning. */
  readonly code: Code;
  /** A short summary, the same for every error of its kind. */
  readonly title: string;
  /** What happened and what to do, for people. The wording can change. */
  readonly detail: string;
  /** The part of the request that caused the error. Left out if the desk named none. */
  readonly source?: ErrorObject['source'];
  /** More facts about the error, by its code. Left out if the desk gave none. */
  readonly meta?: ErrorObject['meta'];
  /** The id of the request. Report it with the error. Left out if there was no response. */
  readonly id?: string | undefined;
  /** What the platform threw. Left out if there was a response. */
  readonly cause?: unknown;
};

/** The result of a call that failed. */
export type Failure<Code extends string = ErrorCode | ClientErrorCode> = {
  /** Always false. */
  readonly ok: false;
  /** The HTTP status. 0 if there was no response. */
  readonly status: number;
  /** Why the call failed: the first of `errors`. */
  readonly error: Problem<Code>;
  /** Every error in the response, such as one for each field that is not valid. At least one. */
  readonly errors: readonly [Problem<Code>, ...Problem<Code>[]];
  /** How long to wait before the call is repeated, in milliseconds: the header Retry-After. Left out if there was none. */
  readonly retryAfterMs?: number | undefined;
};

/** The result of a call that failed with one error. */
export const failureOf = <Code extends ErrorCode | ClientErrorCode>(
  status: number,
  error: Problem<Code>,
): Failure<Code> => ({ ok: false, status, error, errors: [error] });

/** The result of a call that succeeded. */
export type Success<Status extends number = number, Data = unknown> = {
  /** Always true. */
  readonly ok: true;
  /** The HTTP status. */
  readonly status: Status;
  /** The body of the response. `undefined` if the status has no body. */
  readonly data: Data;
};

/**
 * The error that `unwrap` throws for a failed call.
 * @example
 * try {
 *   unwrap(await client.getTicket({ ticketID }));
 * } catch (error) {
 *   if (error instanceof ChatTicketError && error.code === 'ticket_not_found') await reloadTickets();
 *   else throw error;
 * }
 */
export class ChatTicketError extends Error {
  /** Always `ChatTicketError`. */
  override readonly name = 'ChatTicketError';
  /** The code of the error, for programs. */
  readonly code: ErrorCode | ClientErrorCode;
  /** The HTTP status. 0 if there was no response. */
  readonly status: number;
  /** A short summary, the same for every error of its kind. */
  readonly title: string;
  /** What happened and what to do, for people. */
  readonly detail: string;
  /** The part of the request that caused the error. `undefined` if the desk named none. */
  readonly source: ErrorObject['source'];
  /** More facts about the error, by its code. `undefined` if the desk gave none. */
  readonly meta: ErrorObject['meta'];
  /** Every error in the response. At least one. */
  readonly errors: readonly [Problem, ...Problem[]];
  /** How long to wait before the call is repeated, in milliseconds. `undefined` if the desk did not say. */
  readonly retryAfterMs: number | undefined;
  /** The id of the request. `undefined` if there was no response. */
  readonly id: string | undefined;

  /** Creates the error of a failed call. */
  constructor({ status, error, errors, retryAfterMs }: Failure) {
    super(`${error.code}: ${error.detail}`, { cause: error.cause });
    this.code = error.code;
    this.status = status;
    this.title = error.title;
    this.detail = error.detail;
    this.source = error.source;
    this.meta = error.meta;
    this.errors = errors;
    this.retryAfterMs = retryAfterMs;
    this.id = error.id;
  }
}

/**
 * Returns the data of a successful result.
 *
 * @throws A `ChatTicketError` if the call failed.
 * @example
 * const tickets = unwrap(await client.listTickets());
 */
export function unwrap<Data>(result: Success<number, Data> | Failure): Data {
  if (!result.ok) throw new ChatTicketError(result);
  return result.data;
}
