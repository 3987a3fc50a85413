import type { Method, OpenApiDocument, Schema } from '@chat-ticket/contract/openapi';
import { html } from 'hono/html';
import { jsonBlock } from './code-block.ts';
import { baseOf } from './curl-command.ts';
import { contents, tagId, type Section } from './contents.ts';
import { methodLabel, pathLabel, type Endpoint } from './endpoint.ts';
import { errorTable } from './error-table.ts';
import { factLine, fieldList, fieldsOf, typeLabel } from './field-list.ts';
import { operationArticle } from './operation-article.ts';
import { phrase, prose, type Html } from './prose.ts';

function sectionsOf({ paths, tags }: OpenApiDocument): Section[] {
  const endpoints = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method: method as Method, path, operation })),
  );
  return tags.map((tag) => ({
    tag,
    endpoints: endpoints.filter(({ operation }) => operation.tags[0] === tag.name),
  }));
}

const endpointLine = ({ method, path, operation }: Endpoint) =>
  html`<li>
    ${methodLabel(method)} <a href="#${operation.operationId}">${pathLabel(path)}</a>
    <span class="summary">${operation.summary}</span>
  </li>`;

const tagSection = (document: OpenApiDocument, base: string, { tag, endpoints }: Section) =>
  html`<section aria-labelledby="${tagId(tag)}">
    <h2 id="${tagId(tag)}">${tag['x-displayName']}</h2>
    <p>${phrase(tag.description)}</p>
    <ul class="endpoints">
      ${endpoints.map(endpointLine)}
    </ul>
    ${endpoints.map((endpoint) => operationArticle(document, base, endpoint))}
  </section>`;

function errorSection(document: OpenApiDocument): Html {
  const examples = document.components.examples;
  const [example] = Object.values(examples);
  return html`<section aria-labelledby="errors">
    <h2 id="errors">Errors</h2>
    <p>
      All error codes. Each operation lists the codes that it can return. The body of every error is an
      <a href="#schema-ErrorDocument">ErrorDocument</a>, such as:
    </p>
    ${example && jsonBlock('Response', 'Example of an error', example.value)}
    ${errorTable(document, Object.keys(examples))}
  </section>`;
}

function schemaArticle(document: OpenApiDocument, name: string, schema: Schema): Html {
  const fields = fieldsOf(document, schema, false);
  const example = schema.examples?.[0];
  return html`<article id="schema-${name}" aria-labelledby="schema-${name}-title">
    <div class="about">
      <h3 id="schema-${name}-title"><a href="#schema-${name}">${name}</a></h3>
      ${schema.description !== undefined && html`<p>${phrase(schema.description)}</p>`}
      ${
        fields.length > 0
          ? fieldList(fields)
          : html`<p class="type">${typeLabel(schema)}</p>
              ${factLine(schema, undefined)}`
      }
    </div>
    <div class="examples">
      ${example !== undefined && jsonBlock('Example', `Example of ${name}`, example)}
    </div>
  </article>`;
}

const schemaSection = (document: OpenApiDocument) =>
  html`<section aria-labelledby="schemas">
    <h2 id="schemas">Schemas</h2>
    ${Object.entries(document.components.schemas).map(([name, schema]) => schemaArticle(document, name, schema))}
  </section>`;

const introduction = ({ info, components }: OpenApiDocument, base: string) =>
  html`<h1>${info.title} <span class="version">${info.version}</span></h1>
    <p class="lead">${info.summary}</p>
    ${prose(info.description)}
    <dl class="server">
      <dt>Server</dt>
      <dd>
        <code>${base}</code>${
          base.startsWith('$') &&
          html`: the address of this page without <code>/docs</code>. In a shell, set it before you run a
            command: <code>DESK=http://127.0.0.1:8787</code>`
        }
      </dd>
      <dt>OpenAPI 3.1</dt>
      <dd><a href="openapi.json">openapi.json</a></dd>
    </dl>
    <section aria-labelledby="authentication">
      <h2 id="authentication">Authentication</h2>
      <p>Send <code>Authorization: Bearer $TOKEN</code> with every request.</p>
      ${Object.values(components.securitySchemes).map(({ description }) => prose(description))}
    </section>`;

/** The API reference as one HTML page. It loads only its stylesheet and runs no script. */
export function referencePage(document: OpenApiDocument): Html {
  const base = baseOf(document);
  const sections = sectionsOf(document);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${document.info.title} API reference</title>
        <link rel="stylesheet" href="docs/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header>
          <a href="#main" class="brand">${document.info.title}</a>
          ${contents(sections)}
        </header>
        <main id="main">
          ${introduction(document, base)} ${sections.map((section) => tagSection(document, base, section))}
          ${errorSection(document)} ${schemaSection(document)}
        </main>
      </body>
    </html>`;
}
