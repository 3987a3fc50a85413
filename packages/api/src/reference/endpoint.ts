import type { Method, Operation } from '@chat-ticket/contract/openapi';
import { html } from 'hono/html';
import type { Html } from './prose.ts';

export type Endpoint = { readonly method: Method; readonly path: string; readonly operation: Operation };

export const methodLabel = (method: Method): Html =>
  html`<span class="method ${method}">${method.toUpperCase()}</span>`;

const pathPart = (part: string) => {
  if (part === '/') return html`<wbr />/`;
  return part.startsWith('{') ? html`<var>${part}</var>` : html`${part}`;
};

/** A path that may be broken at its slashes, its parameters set apart. */
export const pathLabel = (path: string): Html =>
  html`<code class="path">${path.split(/(\/|\{\w+\})/).map(pathPart)}</code>`;
