/** A statement failed. The stream continues, and the error is the result of the request or step. */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The HTTP request is invalid or cannot be served. Its stream is rolled back and closed. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: 400 | 401 | 403 | 413 | 415 | 503;
  readonly code: string;

  constructor(status: 400 | 401 | 403 | 413 | 415 | 503, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface WireError {
  message: string;
  code: string;
}

export const encodeError = ({ message, code }: SqlError | RequestError): WireError => ({ message, code });
