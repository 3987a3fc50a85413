import type * as v from 'valibot';

type Action = {
  readonly kind: 'validation' | 'metadata' | 'transformation';
  readonly type: string;
  readonly requirement?: unknown;
  readonly description?: string;
  readonly examples?: readonly unknown[];
};

/** A valibot schema as a tree. valibot declares these members only on the type of each kind of schema. */
export type SchemaNode = {
  readonly kind: 'schema';
  readonly type: string;
  /** For a pipe: the schema that it begins with, and the actions. */
  readonly pipe?: readonly [SchemaNode, ...(Action | SchemaNode)[]];
  /** For an object: its members. */
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  /** For an optional or nullable schema. */
  readonly wrapped?: SchemaNode;
  readonly default?: unknown;
  /** For an array. */
  readonly item?: SchemaNode;
  /** For a record. */
  readonly value?: SchemaNode;
  /** For a picklist its values, for a union or variant its schemas. */
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
};

/** Whether an item of a pipe is a schema. */
export const isSchemaNode = (item: Action | SchemaNode): item is SchemaNode => item.kind === 'schema';

/** Returns the schema as a tree. */
export const nodeOf = (schema: v.GenericSchema) => schema as unknown as SchemaNode;

/** Whether an export of a module is a valibot schema. */
export const isSchema = (value: unknown): value is v.GenericSchema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

/** Returns the actions of a schema and of the schemas inside its pipes and wrappers, the outermost last. */
export function actionsOf(node: SchemaNode): readonly Action[] {
  if (node.pipe) return node.pipe.flatMap((item) => (isSchemaNode(item) ? actionsOf(item) : [item]));
  return node.wrapped ? actionsOf(node.wrapped) : [];
}

/** Returns the default value of an optional schema; undefined if it has none. */
export const defaultOf = (node: SchemaNode): unknown =>
  node.default ?? (node.pipe ? defaultOf(node.pipe[0]) : undefined);

/** Returns the description of a schema; undefined if it has none. */
export const descriptionOf = (node: SchemaNode): string | undefined =>
  actionsOf(node).findLast(({ type }) => type === 'description')?.description;

/** Returns the first example of a schema; undefined if it has none. */
export const exampleOf = (node: SchemaNode): unknown =>
  actionsOf(node).findLast(({ type }) => type === 'examples')?.examples?.[0];

/** Whether a member of an object with this schema may be left out. */
export const isOptional = (node: SchemaNode, mode: 'input' | 'output'): boolean =>
  node.type === 'optional' && (mode === 'input' || defaultOf(node) === undefined);
