import type { JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';

/** Metadata with what a check requires, as JSON Schema. The OpenAPI document contains it. */
export const jsonSchema = <Input>(members: JsonSchema) =>
  v.metadata<Input, { jsonSchema: JsonSchema }>({ jsonSchema: members });
