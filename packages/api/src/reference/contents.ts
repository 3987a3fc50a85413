import type { Tag } from '@chat-ticket/contract/openapi';
import { html } from 'hono/html';
import { methodLabel, type Endpoint } from './endpoint.ts';
import type { Html } from './prose.ts';

/** A tag with its operations. */
export type Section = { readonly tag: Tag; readonly endpoints: readonly Endpoint[] };

/** The id of a tag’s section. */
export const tagId = ({ name }: Tag): string => `tag-${name}`;

const operationEntry = ({ method, operation }: Endpoint) =>
  html`<li>
    <a href="#${operation.operationId}">${operation.summary} ${methodLabel(method)}</a>
  </li>`;

const sectionEntry = ({ tag, endpoints }: Section) =>
  html`<li>
    <a href="#${tagId(tag)}">${tag['x-displayName']}</a>
    <ul>
      ${endpoints.map(operationEntry)}
    </ul>
  </li>`;

/** The navigation of the page: its sections and operations. */
export const contents = (sections: readonly Section[]): Html =>
  html`<nav aria-label="Contents">
    <ul>
      <li><a href="#authentication">Authentication</a></li>
      ${sections.map(sectionEntry)}
      <li><a href="#errors">Errors</a></li>
      <li><a href="#schemas">Schemas</a></li>
    </ul>
  </nav>`;
