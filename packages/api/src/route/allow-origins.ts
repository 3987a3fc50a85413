import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

const exposeHeaders = ['ETag', 'X-Request-Id', 'Retry-After'];

/** Lets the pages of these origins call the API and read its responses. */
export const allowOrigins = (origins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: [...origins],
    allowMethods: ['GET', 'PUT', 'POST', 'DELETE'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'X-Agent-ID',
      'X-Request-Id',
    ],
    exposeHeaders,
    maxAge: 600,
  });

/** The headers with which a page of the origin can read a response that the app does not make. None: it may not. */
export const originHeaders = (
  origins: readonly string[],
  origin: string | undefined,
): Readonly<Record<string, string>> =>
  origin !== undefined && origins.includes(origin)
    ? {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': exposeHeaders.join(','),
        Vary: 'Origin',
      }
    : {};
