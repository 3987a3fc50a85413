import { errors, routes, type Route } from '@chat-ticket/contract';
import { openApiDocument } from '@chat-ticket/contract/openapi';
import { describe, expect, it } from 'vitest';
import { referencePage } from './reference-page.ts';

const document = openApiDocument({ version: '1.0.0' });
const page = String(await referencePage(document));
const valuesOf = (attribute: string) =>
  [...page.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');
const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, '');

const articleOf = (id: string) => {
  const [, article] = new RegExp(`<article id="${id}"(.*?)</article>`, 's').exec(page) ?? [];
  if (article === undefined) throw new Error(`no article ${id}`);
  return article;
};

describe('The reference page', () => {
  it.each(Object.entries(routes) as [string, Route][])(
    'shows %s with everything that a caller needs',
    (name, route) => {
      const article = articleOf(name);
      const text = textOf(article);
      expect(text).toContain(`${route.method} ${route.path}`);
      expect(text).toContain(`$DESK${route.path.replace(/\{.*/, '')}`);
      const roles = [...article.matchAll(/class="role">(\w+)</g)].map(([, role]) => role);
      expect(roles).toEqual(route.access === 'public' ? [] : route.access);
      for (const { header } of Object.values(route.headers)) expect(text).toContain(header);
      for (const parameter of Object.keys({ ...route.params, ...route.query }))
        expect(text).toContain(parameter);
      for (const status of Object.keys(route.responses)) expect(text).toContain(status);
      for (const code of route.errors) expect(article).toContain(`<code>${code}</code>`);
    },
  );

  it('shows the fields of a body and of its objects, with type, requirement, meaning and example', () => {
    const text = textOf(articleOf('createTicket')).replaceAll(/\s+/g, ' ');
    expect(text).toContain('customer Customer required');
    expect(text).toContain('customer.id string required The customer’s id in the integrating system.');
    expect(text).toContain(
      'metadata.language string The ticket’s language: a BCP 47 tag or a code of ISO 639',
    );
    expect(text).toContain('example eng');
  });

  it('shows a request and a response as JSON', () => {
    const text = textOf(articleOf('setStatus')).replaceAll('&quot;', '"');
    expect(text).toContain('{\n  "status": "online"\n}');
    expect(text).toContain('{\n  "id": "f4b8f8e5-365a-4ed1-a122-0f4ba1afef44",\n  "status": "online"\n}');
  });

  it('says what to do about every error', () => {
    const rows = page.slice(page.indexOf('<h2 id="errors">'));
    for (const code of Object.keys(errors)) expect(rows).toContain(`<code>${code}</code>`);
    expect(rows).toContain('Send <code>Authorization: Bearer &lt;token&gt;</code>.');
  });

  it('describes every schema', () => {
    for (const name of Object.keys(document.components.schemas)) {
      expect(articleOf(`schema-${name}`)).toContain(name);
    }
  });

  it('loads only its stylesheet and runs no script', () => {
    const outward = valuesOf('href').filter((href) => !href.startsWith('#'));
    expect(outward.toSorted()).toEqual(['docs/style.css', 'openapi.json']);
    expect(page).not.toMatch(/<(script|style|img|iframe|object|embed|form)\b|\s(src|style|on\w+)=/i);
  });

  it('has a target for every link within the page', () => {
    const ids = valuesOf('id');
    expect(new Set(ids).size).toBe(ids.length);
    const targets = valuesOf('href').filter((href) => href.startsWith('#'));
    expect(ids).toEqual(expect.arrayContaining(targets.map((href) => href.slice(1))));
  });

  it('escapes every text of the document', async () => {
    const evil = `<img src="x">'"&\``;
    const poisoned = JSON.parse(JSON.stringify(document), (key, value) =>
      typeof value === 'string' && key !== '$ref' && key !== 'name' ? `${value}${evil}` : value,
    );
    const result = String(await referencePage(poisoned));
    expect(result).not.toContain('<img');
    expect(result).toContain('&lt;img src=&quot;x&quot;&gt;&#39;&quot;&amp;');
  });
});
