import type { OpenApiDocument } from '@chat-ticket/contract/openapi';
import type { Env, Hono } from 'hono';
import { etag } from 'hono/etag';
import { referencePage } from './reference-page.ts';
import { style } from './style.ts';

const headers = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Serves the OpenAPI document at /openapi.json and as an HTML page at /docs. It is created at its first use. */
export function mountReference<E extends Env>(app: Hono<E>, describe: () => OpenApiDocument): void {
  let described: OpenApiDocument | undefined;
  const document = () => (described ??= describe());

  app.get('/openapi.json', etag(), (c) => c.json(document(), 200, headers));
  app.get('/docs', etag(), (c) => {
    const { origin } = new URL(document().servers[0].url, c.req.url);
    return c.html(referencePage(document(), origin), 200, headers);
  });
  app.get('/docs/style.css', etag(), (c) =>
    c.body(style, 200, { ...headers, 'Content-Type': 'text/css; charset=utf-8' }),
  );
}
