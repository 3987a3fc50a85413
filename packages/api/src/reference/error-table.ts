import type { OpenApiDocument } from '@chat-ticket/contract/openapi';
import { html } from 'hono/html';
import { phrase, type Html } from './prose.ts';

/** The error codes with their statuses and remedies. */
export function errorTable(document: OpenApiDocument, codes: readonly string[]): Html {
  const row = (code: string) => {
    const example = document.components.examples[code];
    return html`<tr>
      <td>${example?.value.errors[0]?.status}</td>
      <td>
        <code>${code}</code>
        <p>${phrase(example?.summary ?? '')}</p>
      </td>
    </tr>`;
  };
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Status</th>
        <th scope="col">Code and what to do</th>
      </tr>
    </thead>
    <tbody>
      ${codes.map(row)}
    </tbody>
  </table>`;
}
