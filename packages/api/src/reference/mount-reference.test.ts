import { openApiDocument } from '@chat-ticket/contract/openapi';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
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

  it('is the same for every Host', async () => {
    const pages = await Promise.all(
      ['https://desk.example:8443', 'http://evil.example'].map(async (origin) => {
        const response = await app.request(`${origin}/docs`, { headers: { Host: new URL(origin).host } });
        return [response.headers.get('etag'), await response.text()];
      }),
    );
    expect(pages[0]).toEqual(pages[1]);
    expect(pages[0]?.[1]).toContain('curl &quot;$DESK/healthz&quot;');
  });

  it('writes commands for the server that the document names', async () => {
    const named = new Hono();
    mountReference(named, () => openApiDocument({ version: '1.0.0', serverUrl: 'https://public.example' }));
    const page = await (await named.request('http://10.0.0.7:8787/docs')).text();
    expect(page).toContain('curl https://public.example/healthz');
    expect(page).not.toMatch(/10\.0\.0\.7|\$DESK/);
  });

  it('is described and rendered once', async () => {
    const create = vi.fn(() => document);
    const counting = new Hono();
    mountReference(counting, create);
    const render = vi.spyOn(TextEncoder.prototype, 'encode');
    const digest = vi.spyOn(crypto.subtle, 'digest');
    onTestFinished(() => {
      render.mockRestore();
      digest.mockRestore();
    });
    for (let call = 0; call < 3; call += 1) {
      for (const path of ['/openapi.json', '/docs', '/docs/style.css']) await counting.request(path);
    }
    expect(create).toHaveBeenCalledOnce();
    expect(render).toHaveBeenCalledTimes(3);
    expect(digest).toHaveBeenCalledTimes(3);
  });

  it('is what / and /docs/ lead to', async () => {
    for (const path of ['/', '/docs/']) {
      const response = await app.request(`http://desk.example${path}`);
      const target = new URL(response.headers.get('location') ?? '', `http://desk.example${path}`);
      expect([path, target.pathname]).toEqual([path, '/docs']);
    }
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
