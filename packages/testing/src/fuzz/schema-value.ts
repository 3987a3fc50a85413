import type { Schema } from '@chat-ticket/contract/openapi';
import * as fc from 'fast-check';

type Schemas = Readonly<Record<string, Schema>>;

/** Generates values that a JSON Schema of the OpenAPI document allows. Lists and strings are short. */
export function schemaValue(schema: Schema | boolean, schemas: Schemas): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return fc.jsonValue({ maxDepth: 2 });
  if (schema.$ref !== undefined) return schemaValue(schemas[schema.$ref.split('/').at(-1)!]!, schemas);
  // Beside a type, they only narrow the values.
  const variants = schema.type === undefined ? (schema.anyOf ?? schema.oneOf) : undefined;
  if (variants) return fc.oneof(...variants.map((variant) => schemaValue(variant, schemas)));
  if (schema.allOf && schema.type === undefined)
    return fc
      .tuple(...schema.allOf.map((part) => schemaValue(part, schemas)))
      .map((parts): unknown => Object.fromEntries(parts.flatMap((part) => Object.entries(part as object))));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return withExamples(schema, objectValue(schema, schemas));
    case 'array':
      return fc.array(schemaValue((schema.items ?? true) as Schema | boolean, schemas), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, Math.max(3, schema.minItems ?? 0)),
      });
    case 'string':
      return stringValue(schema);
    case 'integer':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 5 }),
        fc.integer({
          min: schema.minimum ?? 0,
          max: Math.min((schema.minimum ?? 0) + 5, schema.maximum ?? 5),
        }),
      );
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 100, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectValue(
  { properties = {}, required = [], additionalProperties }: Schema,
  schemas: Schemas,
): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, member]) => [name, schemaValue(member, schemas)]),
  );
  const known = fc.record(members, { requiredKeys: required });
  if (additionalProperties === undefined || additionalProperties === false) return known;
  const extra = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 8 }),
    schemaValue(additionalProperties, schemas),
    {
      maxKeys: 3,
    },
  );
  return fc.tuple(extra, known).map(([more, values]): unknown => Object.assign(more, values));
}

function stringValue(schema: Schema): fc.Arbitrary<unknown> {
  const { pattern, minLength = 0, maxLength = 40 } = schema;
  const isShort = ({ length }: string) => length >= minLength && length <= maxLength;
  // fast-check cannot generate texts for a pattern with a lookahead.
  return withExamples(
    schema,
    pattern === undefined || pattern.includes('(?')
      ? fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) })
      : fc.stringMatching(new RegExp(pattern, 'u')).filter(isShort),
  );
}

/** Often an example of the schema, because few generated values name something that exists. */
const withExamples = ({ examples = [] }: Schema, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  examples.length > 0 ? fc.oneof(value, fc.constantFrom(...(examples as unknown[]))) : value;
