import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { RequestError } from './error.ts';

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Refuses requests of web pages. A page that resolves its own name to this machine sends its own Host, and a browser
 * adds Origin to every POST.
 */
export const refuseWebPages: MiddlewareHandler = async ({ req }, next) => {
  if (!loopback.test(req.header('Host') ?? '')) {
    throw new RequestError(
      403,
      'HOST_REJECTED',
      'The Host header does not name this machine. Use 127.0.0.1 or localhost in the URL.',
    );
  }
  if (req.header('Origin') !== undefined) {
    throw new RequestError(
      403,
      'ORIGIN_REJECTED',
      'The endpoint does not serve web pages. Send the request from a program, without an Origin header.',
    );
  }
  await next();
};

/** Refuses a body that a page could send without a preflight. */
export const requireJson: MiddlewareHandler = async ({ req }, next) => {
  const [type = ''] = (req.header('Content-Type') ?? '').split(';');
  if (req.method === 'POST' && type.trim().toLowerCase() !== 'application/json') {
    throw new RequestError(
      415,
      'MEDIA_TYPE_REJECTED',
      'The body is not JSON. Send the header Content-Type: application/json.',
    );
  }
  await next();
};

const digest = (text: string) => createHash('sha256').update(text).digest();

export function requireToken(token: string): MiddlewareHandler {
  const expected = digest(`Bearer ${token}`);
  return async ({ req }, next) => {
    if (!timingSafeEqual(digest(req.header('Authorization') ?? ''), expected)) {
      throw new RequestError(
        401,
        'AUTH_REJECTED',
        'The bearer token is missing or wrong. Send the token of the endpoint.',
      );
    }
    await next();
  };
}
