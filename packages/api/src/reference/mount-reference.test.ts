import { openApiDocument } from '@chat-ticket/contract/openapi';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { mountReference } from './mount-reference.ts';

const document = openApiDocument({ version: '1.0.0' });
const app = new Hono();
mountReference(app, () => document);

describe('The mounted reference', () => {
  it('serves the document unchanged', async () => {
    const response = await app.request('/openapi.json');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it.each([
    ['/docs', 'text/html; charset=UTF-8'],
    ['/docs/style.css', 'text/css; charset=utf-8'],
  ])('serves %s with a policy that lets browsers load nothing else', async (path, type) => {
    const response = await app.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; style-src 'self';");
  });

  it('links only to pages that it serves', async () => {
    const page = await (await app.request('http://desk.example/docs')).text();
    for (const [, href] of page.matchAll(/ href="([^#"]+)"/g)) {
      const response = await app.request(new URL(href ?? '', 'http://desk.example/docs'));
      expect(response.status).toBe(200);
    }
  });

  it('has a stylesheet that loads nothing', async () => {
    const style = await (await app.request('/docs/style.css')).text();
    expect(style).toContain('prefers-color-scheme: dark');
    expect(style).not.toMatch(/url\(|@import/);
  });

  it('writes commands for the server of the request', async () => {
    const page = await (await app.request('https://desk.example:8443/docs')).text();
    expect(page).toContain('curl https://desk.example:8443/healthz');
  });

  it('writes commands for the server that the document names', async () => {
    const named = new Hono();
    mountReference(named, () => openApiDocument({ version: '1.0.0', serverUrl: 'https://public.example' }));
    const page = await (await named.request('http://10.0.0.7:8787/docs')).text();
    expect(page).toContain('curl https://public.example/healthz');
    expect(page).not.toContain('10.0.0.7');
  });

  it.each(['/openapi.json', '/docs', '/docs/style.css'])(
    'sends %s again only when it has changed',
    async (path) => {
      const etag = (await app.request(path)).headers.get('etag') ?? '';
      const again = await app.request(path, { headers: { 'If-None-Match': etag } });
      expect(again.status).toBe(304);
      expect(again.headers.get('cache-control')).toBe('no-cache');
    },
  );
});
