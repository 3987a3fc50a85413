import type { OpenApiDocument, Schema } from '@chat-ticket/contract/openapi';

/** The name of the component that the schema refers to; undefined when it refers to none. */
export const schemaName = ({ $ref }: Schema): string | undefined => $ref?.split('/').at(-1);

/** The component that the schema refers to, or else the schema itself. */
export function resolved(document: OpenApiDocument, schema: Schema): Schema {
  const name = schemaName(schema);
  return (name === undefined ? undefined : document.components.schemas[name]) ?? schema;
}
