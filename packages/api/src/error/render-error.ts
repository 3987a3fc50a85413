import { type ErrorDocument, errors, errorTitles } from '@chat-ticket/contract';
import { DatabaseUnavailable, TokenRevoked } from '@chat-ticket/storage';
import type { Context } from 'hono';
import type { DeskEnv } from '../route/env.ts';
import { ApiError } from './api-error.ts';

/** What the caller is told of anything thrown: an unknown error shows nothing of the inside. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof TokenRevoked)
    return new ApiError('token_revoked', {}, { 'WWW-Authenticate': 'Bearer' });
  if (thrown instanceof DatabaseUnavailable)
    return new ApiError('database_unavailable', {}, { 'Retry-After': '1' });
  return new ApiError('internal_error');
}

export function renderError(c: Context<DeskEnv>, error: ApiError): Response {
  const { status, detail } = errors[error.code];
  const body: ErrorDocument = {
    errors: error.problems.map((problem) => ({
      status: String(status),
      title: errorTitles[status],
      code: error.code,
      detail,
      ...problem,
      id: c.var.requestId,
    })),
  };
  return c.json(body, status, error.headers);
}
