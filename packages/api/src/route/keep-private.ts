import { createMiddleware } from 'hono/factory';
import type { DeskEnv } from './handler.ts';

/**
 * Headers of every response that says nothing else: no cache stores it, because it can hold a customer’s words or a
 * token, and no browser reads another type into it.
 */
export const privateHeaders = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } as const;

export const keepPrivate = createMiddleware<DeskEnv>(async (c, next) => {
  await next();
  // An upgrade is no content, and the runtime does not let its headers change.
  if (c.res.status === 101) return;
  for (const [name, value] of Object.entries(privateHeaders))
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
});
