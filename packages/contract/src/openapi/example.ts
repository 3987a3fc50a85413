import type { Json, Schema } from './document.ts';

type Schemas = Readonly<Record<string, Schema>>;

/**
 * Returns a value that matches the schema, composed of the examples of its parts. Returns undefined if a required
 * part has no example.
 */
export function exampleOf(schema: Schema | boolean | undefined, schemas: Schemas): Json | undefined {
  if (typeof schema !== 'object') return undefined;
  if (schema.$ref !== undefined) return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''], schemas);
  if (schema.examples !== undefined) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.properties !== undefined) return objectExample(schema, schemas);
  if (schema.items === undefined || Array.isArray(schema.items)) return undefined;
  const item = exampleOf(schema.items, schemas);
  return item === undefined ? undefined : [item];
}

function objectExample({ properties = {}, required = [] }: Schema, schemas: Schemas): Json | undefined {
  const example: Record<string, Json> = {};
  for (const [name, property] of Object.entries(properties)) {
    const value = exampleOf(property, schemas);
    if (value !== undefined) example[name] = value;
    else if (required.includes(name)) return undefined;
  }
  return example;
}
