import type { OpenApiDocument, Schema } from '@chat-ticket/contract/openapi';

/** The component that the schema refers to, if it does. */
export const schemaName = ({ $ref }: Schema): string | undefined => $ref?.split('/').at(-1);

/** The schema itself, where it refers to a component. */
export function resolved(document: OpenApiDocument, schema: Schema): Schema {
  const name = schemaName(schema);
  return (name === undefined ? undefined : document.components.schemas[name]) ?? schema;
}
