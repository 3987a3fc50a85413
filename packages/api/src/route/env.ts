import type { Caller } from '@chat-ticket/domain';
import type { RequestIdVariables } from 'hono/request-id';
import type { ApiError } from '../error/api-error.ts';

/** What the middleware of a request leaves for the log. */
export type DeskEnv = {
  Variables: RequestIdVariables & { caller?: Caller; failure?: ApiError; thrown?: unknown };
};
