import { createMiddleware } from 'hono/factory';
import { ApiError } from '../error/api-error.ts';
import type { DeskEnv } from '../route/handler.ts';
import type { Admission } from './admission.ts';

/** The seconds after which a refused client should try again. */
export const overloadedRetrySeconds = 1;

/** Paths that are served however busy the process is. A monitor must not restart a process because it is busy. */
const unlimited = new Set(['/healthz', '/readyz']);

/** Refuses a request with `overloaded` if the process works on too many. */
export const admit = (admission: Admission, now: () => number) =>
  createMiddleware<DeskEnv>(async (c, next) => {
    if (admission.isFull && !unlimited.has(c.req.path)) {
      admission.refuse();
      throw new ApiError('overloaded', {}, { 'Retry-After': String(overloadedRetrySeconds) });
    }
    const request = admission.enter(now());
    c.set('admitted', request);
    try {
      await next();
    } finally {
      admission.leave(request, now());
    }
  });
