import type { OpenApiDocument } from '@chat-ticket/contract/openapi';
import type { Env, Hono } from 'hono';
import { etag } from 'hono/etag';
import { referencePage } from './reference-page.ts';
import { staticPage } from './static-page.ts';
import { style } from './style.ts';

const headers = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves the OpenAPI document at /openapi.json and as an HTML page at /docs. Each is created once, at its first use, and
 * depends on no request: a page for each Host would cost the caller nothing, and the desk 10 ms.
 */
export function mountReference<E extends Env>(app: Hono<E>, describe: () => OpenApiDocument): void {
  let described: OpenApiDocument | undefined;
  const document = () => (described ??= describe());

  app.get(
    '/openapi.json',
    etag(),
    staticPage('application/json', headers, () => JSON.stringify(document())),
  );
  app.get(
    '/docs',
    etag(),
    staticPage('text/html; charset=UTF-8', headers, async () => String(await referencePage(document()))),
  );
  app.get(
    '/docs/style.css',
    etag(),
    staticPage('text/css; charset=utf-8', headers, () => style),
  );
  app.get('/docs/', (c) => c.redirect('../docs', 301));
  app.get('/', (c) => c.redirect('docs'));
}
