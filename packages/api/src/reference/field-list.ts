import type { OpenApiDocument, Schema } from '@chat-ticket/contract/openapi';
import { html } from 'hono/html';
import { phrase, type Html } from './prose.ts';
import { resolved, schemaName } from './schema-reference.ts';

/** A field of a body, or a parameter. */
export type Field = {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly description?: string | undefined;
  readonly example?: unknown;
};

/** A schema’s type in words, with a link when it is a named schema. */
export function typeLabel(schema: Schema): Html {
  const name = schemaName(schema);
  if (name !== undefined) return html`<a href="#schema-${name}">${name}</a>`;
  if (typeof schema.items === 'object' && !Array.isArray(schema.items)) {
    return html`array of ${typeLabel(schema.items)}`;
  }
  if (schema.format !== undefined) return html`${schema.type}, ${schema.format}`;
  return html`${schema.const === undefined ? (schema.type ?? 'object') : JSON.stringify(schema.const)}`;
}

const range = (low: number | undefined, high: number | undefined, unit: string) => {
  if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}`;
  if (high !== undefined) return `at most ${high}${unit}`;
  return low === undefined ? undefined : `${low} or more${unit}`;
};

const code = (value: unknown) =>
  html`<code>${typeof value === 'string' ? value : JSON.stringify(value)}</code>`;

/** The values that a schema allows and an example, in one line. */
export function factLine(schema: Schema, example: unknown): Html | false {
  const facts = [
    range(schema.minLength, schema.maxLength, ' characters'),
    range(schema.minItems, schema.maxItems, ' items'),
    range(schema.minimum, schema.maximum, ''),
    schema.pattern !== undefined && html`matches ${code(schema.pattern)}`,
    schema.enum !== undefined && html`one of ${schema.enum.map((value) => html`${code(value)} `)}`,
    schema.default !== undefined && html`default ${code(schema.default)}`,
    example !== undefined && html`example ${code(example)}`,
  ].filter((fact) => fact !== undefined && fact !== false);
  return facts.length > 0 && html`<p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>`;
}

/** An object’s fields, each followed by its own fields. Those of a named schema are included only with `follow`. */
export function fieldsOf(document: OpenApiDocument, schema: Schema, follow: boolean, prefix = ''): Field[] {
  const alternatives = (schema.anyOf ?? [schema]).filter((part) => typeof part === 'object');
  const fields: Field[] = [];
  for (const { properties = {}, required = [] } of alternatives) {
    for (const [key, property] of Object.entries(properties)) {
      if (typeof property === 'boolean') continue;
      const target = resolved(document, property);
      fields.push({
        name: prefix + key,
        schema: property,
        required: alternatives.length === 1 && required.includes(key),
        description: target.description,
        example: property.examples?.[0],
      });
      if (follow || target === property) {
        fields.push(...fieldsOf(document, target, follow, `${prefix + key}.`));
      }
    }
  }
  return fields;
}

const item = ({ name, schema, required, description, example }: Field) =>
  html`<div>
    <dt>
      <code class="name">${name}</code> <span class="type">${typeLabel(schema)}</span>
      ${required && html`<strong class="required">required</strong>`}
    </dt>
    <dd>${description !== undefined && html`<p>${phrase(description)}</p>`} ${factLine(schema, example)}</dd>
  </div>`;

/** Fields as a description list. */
export const fieldList = (fields: readonly Field[]): Html =>
  html`<dl class="fields">${fields.map(item)}</dl>`;
