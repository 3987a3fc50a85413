import { type ErrorCode, type ErrorDocument, errors, errorTitles } from '@chat-ticket/contract';
import {
  type DatabaseFault,
  DatabaseUnavailable,
  TokenRevoked,
  WorkspaceMismatch,
  WorkspaceUnknown,
} from '@chat-ticket/storage';
import type { Context } from 'hono';
import { privateHeaders } from '../route/keep-private.ts';
import { KeySetUnavailable } from '../auth/key-set.ts';
import { ApiError } from './api-error.ts';

/** The error to render for anything thrown. An unknown error becomes `internal_error`, which reveals nothing of it. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof TokenRevoked)
    return new ApiError('token_revoked', {}, { 'WWW-Authenticate': 'Bearer' });
  if (thrown instanceof DatabaseUnavailable)
    return new ApiError('database_unavailable', {}, { 'Retry-After': retryAfterSeconds(thrown.fault) });
  if (thrown instanceof KeySetUnavailable)
    return new ApiError('key_set_unavailable', {}, { 'Retry-After': '10' });
  if (thrown instanceof WorkspaceMismatch || thrown instanceof WorkspaceUnknown)
    return new ApiError('workspace_unknown');
  return new ApiError('internal_error');
}

/** Only a lock or a lost answer can be over in a second. */
const retryAfterSeconds = (fault: DatabaseFault): string =>
  fault === 'busy' || fault === 'no_answer' ? '1' : '10';

/** The response to a failed request: status, title and detail from the contract’s table of errors. */
export const renderError = (c: Context, error: ApiError): Response =>
  c.json(documentOf(error, c.var.requestId), errors[error.code].status, error.headers);

/** The response to a request that never reaches the app. */
export const errorResponse = (code: ErrorCode, requestId: string): Response =>
  Response.json(errorDocument(code, requestId), {
    status: errors[code].status,
    headers: { ...privateHeaders, 'X-Request-Id': requestId },
  });

/** The error document of a request that never reaches the app. */
export const errorDocument = (code: ErrorCode, requestId: string): ErrorDocument =>
  documentOf(new ApiError(code), requestId);

function documentOf({ code, occurrences }: ApiError, id: string): ErrorDocument {
  const { status, detail } = errors[code];
  const common = { status: String(status), title: errorTitles[status], code, detail };
  return { errors: occurrences.map((occurrence) => ({ ...common, ...occurrence, id })) };
}
