import type { Method, Operation } from '@chat-ticket/contract/openapi';
import { html } from 'hono/html';
import type { Html } from './prose.ts';

/** An operation with its method and path. */
export type Endpoint = { readonly method: Method; readonly path: string; readonly operation: Operation };

/** The method as a badge. */
export const methodLabel = (method: Method): Html =>
  html`<span class="method ${method}">${method.toUpperCase()}</span>`;

const pathPart = (part: string) => {
  if (part === '/') return html`<wbr />/`;
  return part.startsWith('{') ? html`<var>${part}</var>` : html`${part}`;
};

/** A path that can wrap at its slashes, with its parameters highlighted. */
export const pathLabel = (path: string): Html =>
  html`<code class="path">${path.split(/(\/|\{\w+\})/).map(pathPart)}</code>`;
