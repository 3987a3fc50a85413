import type { Limits } from '@chat-ticket/contract';
import { ApiError } from '../error/api-error.ts';

/** The name of a limit that `meta.limit` can have. */
export type LimitName = keyof Limits | 'failedTokensPerAddress';

/** Throws `rate_limited` with the limit that was reached and the whole seconds to wait. */
export function refuseRate(limit: LimitName, waitMs: number): never {
  throw new ApiError(
    'rate_limited',
    { meta: { limit } },
    { 'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1_000))) },
  );
}
