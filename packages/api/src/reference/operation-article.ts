import type { OpenApiDocument, Operation, Parameter, Response, Schema } from '@chat-ticket/contract/openapi';
import { html } from 'hono/html';
import { jsonBlock, shellBlock } from './code-block.ts';
import { curlCommand } from './curl-command.ts';
import { methodLabel, pathLabel, type Endpoint } from './endpoint.ts';
import { errorTable } from './error-table.ts';
import { fieldList, fieldsOf, typeLabel } from './field-list.ts';
import { phrase, prose, type Html } from './prose.ts';
import { resolved } from './schema-reference.ts';

const successesOf = ({ responses }: Operation) =>
  Object.entries(responses).filter(([status]) => status.startsWith('2'));
const failuresOf = ({ responses }: Operation) =>
  Object.entries(responses).filter(([status]) => !status.startsWith('2'));

const schemaOf = ({ content }: Pick<Response, 'content'>) => content?.['application/json'].schema;

const callers = ({ 'x-roles': roles }: Operation) =>
  roles === undefined
    ? html`<p class="callers">Public: no token required.</p>`
    : html`<p class="callers">Roles: ${roles.map((role) => html`<span class="role">${role}</span> `)}</p>`;

function parameterList({ parameters }: Operation, place: Parameter['in'], title: string): Html | false {
  const found = parameters.filter((parameter) => parameter.in === place);
  return (
    found.length > 0 &&
    html`<h4>${title}</h4>
      ${fieldList(found)}`
  );
}

const bodyFields = (document: OpenApiDocument, schema: Schema) =>
  html`<h4>Request body <span class="type">${typeLabel(schema)}</span></h4>
    ${fieldList(fieldsOf(document, resolved(document, schema), true))}`;

const responseItem = ([status, response]: [string, Response]) => {
  const schema = schemaOf(response);
  return html`<div>
    <dt><strong>${status}</strong> <span class="type">${schema && typeLabel(schema)}</span></dt>
    <dd>${prose(response.description)}</dd>
  </div>`;
};

const responseList = (operation: Operation) =>
  html`<h4>Responses</h4>
    <dl class="fields">${successesOf(operation).map(responseItem)}</dl>`;

function errorDetails(document: OpenApiDocument, operation: Operation): Html {
  const failures = failuresOf(operation);
  const statuses = failures.map(([status]) => status).join(' ');
  const codes = failures.flatMap(([, { content }]) =>
    Object.keys(content?.['application/json'].examples ?? {}),
  );
  return html`<details>
    <summary>Errors <span class="statuses">${statuses}</span></summary>
    ${errorTable(document, codes)}
  </details>`;
}

/** An example for each body type of the successes. */
function responseExamples(document: OpenApiDocument, operation: Operation): Html[] {
  const byType = Map.groupBy(successesOf(operation), ([, response]) => schemaOf(response)?.$ref);
  return [...byType].map(([$ref, group]) => {
    const statuses = group.map(([status]) => status).join(' or ');
    const example = $ref === undefined ? undefined : resolved(document, { $ref }).examples?.[0];
    return example === undefined
      ? html`<p class="no-body">${statuses} with an empty body</p>`
      : jsonBlock(`Response ${statuses}`, `Response of ${operation.operationId}`, example);
  });
}

/** One operation of the API: what it does and accepts on one side, examples on the other. */
export function operationArticle(document: OpenApiDocument, base: string, endpoint: Endpoint): Html {
  const { method, path, operation } = endpoint;
  const { operationId, summary, description } = operation;
  const sent = operation.requestBody && schemaOf(operation.requestBody);
  const example = sent && resolved(document, sent).examples?.[0];
  return html`<article id="${operationId}" aria-labelledby="${operationId}-title">
    <div class="about">
      <h3 id="${operationId}-title"><a href="#${operationId}">${summary}</a></h3>
      <p class="endpoint">${methodLabel(method)} ${pathLabel(path)}</p>
      ${description !== undefined && html`<p>${phrase(description)}</p>`} ${callers(operation)}
      ${parameterList(operation, 'path', 'Path parameters')}
      ${parameterList(operation, 'query', 'Query parameters')}
      ${parameterList(operation, 'header', 'Request headers')} ${sent && bodyFields(document, sent)}
      ${responseList(operation)} ${errorDetails(document, operation)}
    </div>
    <div class="examples">
      ${shellBlock(`curl command of ${operationId}`, curlCommand(base, method, path, operation, example))}
      ${example !== undefined && jsonBlock('Request body', `Request body of ${operationId}`, example)}
      ${responseExamples(document, operation)}
    </div>
  </article>`;
}
