import { errors, type Route, routes } from '@chat-ticket/contract';
import { openApiDocument } from '@chat-ticket/contract/openapi';
import { DatabaseUnavailable } from '@chat-ticket/storage';
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { refusalFor, type RevocationCheck } from './auth/revocation-check.ts';
import { ApiError } from './error/api-error.ts';
import { renderError, toApiError } from './error/render-error.ts';
import { admit } from './limit/admit.ts';
import { createGuards } from './limit/guards.ts';
import { mountLive } from './live/mount-live.ts';
import { allowOrigins } from './route/allow-origins.ts';
import { keepPrivate } from './route/keep-private.ts';
import { logRequest } from './route/log-request.ts';
import type { AppOptions, Ports } from './ports.ts';
import { mountReference } from './reference/mount-reference.ts';
import { type AnyHandler, handle } from './route/handle.ts';
import type { DeskEnv } from './route/handler.ts';
import { handlers } from './handlers.ts';
import { WriteCheck } from './write-check.ts';

// The version that the upstream API gives itself.
const apiVersion = '1.0.0';

/** Creates the desk as a Hono app. It is the same on every runtime; `ports` connects it to one. */
export function createApp(ports: Ports, options: AppOptions): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.use(requestId({ generator: ports.newId }));
  const guards = createGuards(options);
  app.use(logRequest(ports));
  app.use(keepPrivate);
  if (options.corsOrigins.length > 0) app.use(allowOrigins(options.corsOrigins));
  app.use(admit(guards.admission, ports.now));
  app.use(async (c, next) => {
    c.set('address', options.clientAddress?.(c.req.raw.headers, c.env));
    await next();
  });

  const writeCheck = new WriteCheck(ports.now);
  for (const [name, route] of Object.entries(routes) as [keyof typeof routes, Route][]) {
    const handler = handlers[name] as AnyHandler;
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(route.method, path, (c) => handle(c, route, handler, ports, { ...guards, writeCheck }));
  }
  mountLive(app, ports, guards);
  mountReference(app, () => openApiDocument({ version: apiVersion }));
  for (const [path, methods] of methodsByPath())
    app.all(path, () => {
      throw new ApiError('method_not_allowed', {}, { Allow: methods.join(', ') });
    });

  // An error thrown here would pass the middleware by: no log line, no headers.
  app.notFound((c) => {
    const failure = new ApiError('route_not_found');
    c.set('failure', failure);
    return renderError(c, failure);
  });
  app.onError(async (thrown, c) => {
    const failure = await failureOf(thrown, c.var.revocation);
    if (thrown instanceof DatabaseUnavailable && c.req.path !== routes.getReadiness.path) writeCheck.expire();
    c.set('failure', failure);
    c.set('thrown', thrown);
    return renderError(c, failure);
  });
  return app;
}

/** Limits and faults of the server (401, 429, 5xx) are answered without a check, which costs a trip to the database. */
const isChecked = ({ code }: ApiError) => {
  const { status } = errors[code];
  return status < 500 && status !== 401 && status !== 429;
};

async function failureOf(thrown: unknown, revocation: RevocationCheck | undefined): Promise<ApiError> {
  const failure = toApiError(thrown);
  return revocation && isChecked(failure) ? toApiError(await refusalFor(failure, revocation)) : failure;
}

function methodsByPath(): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of Object.values(routes)) {
    const key = path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(key, [...(methods.get(key) ?? []), method]);
  }
  return methods;
}
