import type { Json } from '@chat-ticket/contract/openapi';
import { html } from 'hono/html';
import type { Html } from './prose.ts';

const jsonToken =
  /(?<key>"(?:[^"\\]|\\.)*")(?=:)|(?<text>"(?:[^"\\]|\\.)*")|(?<atom>-?\d[\d.eE+-]*|true|false|null)/g;

function colored(json: string): Html[] {
  const parts: Html[] = [];
  let end = 0;
  for (const { 0: token, index, groups } of json.matchAll(jsonToken)) {
    const kind = Object.keys(groups ?? {}).find((name) => groups?.[name] !== undefined);
    parts.push(html`${json.slice(end, index)}<span class="${kind}">${token}</span>`);
    end = index + token.length;
  }
  return [...parts, html`${json.slice(end)}`];
}

function codeBlock(kind: string, caption: Html | string, label: string, code: Html | Html[] | string): Html {
  return html`<figure class="code ${kind}">
    <figcaption>${caption}</figcaption>
    <pre tabindex="0" role="group" aria-label="${label}"><code>${code}</code></pre>
  </figure>`;
}

/** A figure with JSON in colours. */
export const jsonBlock = (caption: Html | string, label: string, value: Json | object): Html =>
  codeBlock('json', caption, label, colored(JSON.stringify(value, null, 2)));

/** A figure with a shell command. */
export const shellBlock = (label: string, command: string): Html =>
  codeBlock('shell', 'curl', label, command);
