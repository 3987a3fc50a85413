import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { errors, routes, type Route } from '@chat-ticket/contract';
import { docComment } from './doc-comment.ts';
import { defaultOf, descriptionOf, isSchema, nodeOf, type SchemaNode } from './schema-node.ts';
import { plainText, type Mode, type NameOf } from './type-text.ts';

/** A schema that a module of the contract exports. */
export type NamedSchema = {
  readonly name: string;
  readonly node: SchemaNode;
  /** The module, from `packages/contract/src`. */
  readonly file: string;
};

/** Returns the named schemas of the contract, by module and name. */
export async function namedSchemas(root: string): Promise<NamedSchema[]> {
  const source = join(root, 'packages/contract/src');
  const files = await readdir(source, { recursive: true });
  const found: NamedSchema[] = [];
  for (const file of files.filter((name) => /^(?!scalar|openapi)[\w-]+\/[\w-]+\.ts$/.test(name)).toSorted()) {
    const module: Record<string, unknown> = await import(join(source, file));
    for (const [name, value] of Object.entries(module).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      if (/^[A-Z]/.test(name) && isSchema(value)) found.push({ name, node: nodeOf(value), file });
  }
  return found;
}

function childrenOf(node: SchemaNode): SchemaNode[] {
  const options = node.type === 'picklist' ? [] : ((node.options ?? []) as SchemaNode[]);
  const inner = [node.pipe?.[0], node.wrapped, node.item, node.value];
  return [...inner, ...Object.values(node.entries ?? {}), ...options].filter((child) => child !== undefined);
}

/** Whether parsing fills in a default somewhere in a schema, so that its input has another type than its output. */
const hasDefault = (node: SchemaNode): boolean =>
  defaultOf(node) !== undefined || childrenOf(node).some(hasDefault);

const withDescendants = (node: SchemaNode): SchemaNode[] => [
  node,
  ...childrenOf(node).flatMap(withDescendants),
];

/** The schemas that a request contains. */
const sent = new Set(
  Object.values<Route>(routes).flatMap(({ body }) => (body ? withDescendants(nodeOf(body)) : [])),
);

const isErrorCode = ({ type, options }: SchemaNode) =>
  type === 'picklist' && String(options) === String(Object.keys(errors));

/** Returns the names of types: a `*Param` is what a caller sends; the input type of another schema is `*Input`. */
export function namesOf(schemas: readonly NamedSchema[]): NameOf {
  const names = new Map(schemas.map(({ node, name }) => [node, name]));
  return (node, mode) => {
    if (isErrorCode(node)) return 'ErrorCode';
    const name = names.get(node);
    if (name === undefined || name.endsWith('Param')) return name;
    return mode === 'input' && hasDefault(node) ? `${name}Input` : name;
  };
}

const modesOf = ({ name, node }: NamedSchema): Mode[] => {
  if (name.endsWith('Param')) return ['input'];
  return sent.has(node) && hasDefault(node) ? ['output', 'input'] : ['output'];
};

const typesFile = (file: string) => file.replace(/\.ts$/, '.types.ts');

/** Writes the types of the contract’s schemas: a file for each module that exports some. */
export function contractTypes(schemas: readonly NamedSchema[]): Map<string, string> {
  const nameOf = namesOf(schemas);
  const homes = new Map(
    schemas.flatMap(({ node, file }) =>
      (['input', 'output'] as const).map((mode) => [nameOf(node, mode) ?? '', typesFile(file)]),
    ),
  );
  homes.set('ErrorCode', 'error/error.ts');
  const files = [...Map.groupBy(schemas, ({ file }) => file)].map(
    ([file, own]) =>
      [`packages/contract/src/${typesFile(file)}`, typesOf(typesFile(file), own, nameOf, homes)] as const,
  );
  return new Map([...files, ['packages/contract/src/types.test-d.ts', typeTest(schemas, nameOf)]]);
}

function typesOf(
  file: string,
  own: readonly NamedSchema[],
  nameOf: NameOf,
  homes: ReadonlyMap<string, string>,
) {
  const used = new Set<string>();
  const noting: NameOf = (node, mode) => {
    const name = nameOf(node, mode);
    if (name !== undefined) used.add(name);
    return name;
  };
  const types = own.flatMap((schema) => {
    const { node } = schema;
    return modesOf(schema).map((mode) => {
      const name = nameOf(node, mode);
      const isInput = name !== schema.name;
      const description = `${descriptionOf(node) ?? ''}${isInput ? ' This is what a caller sends: fields with a default may be left out.' : ''}`;
      return `${docComment([description])}export type ${name} = ${plainText(node, mode, noting)};\n`;
    });
  });
  const byHome = Map.groupBy(used, (name) => homes.get(name) ?? '');
  byHome.delete(file);
  const imports = [...byHome]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([home, names]) => {
      const path = relative(dirname(file), home);
      return `import type { ${names.toSorted().join(', ')} } from '${path.startsWith('.') ? path : `./${path}`}';\n`;
    });
  const source = file.replace('.types.ts', '.ts').split('/').at(-1)!;
  return [
    `// Generated from ${source}. To change it, change the schemas and run \`pnpm --filter @chat-ticket/codegen generate\`.\n`,
    ...imports,
    ...types.map((type) => `\n${type}`),
  ].join('');
}

/** Writes the type test that holds each type equal to what valibot infers from its schema. */
function typeTest(schemas: readonly NamedSchema[], nameOf: NameOf): string {
  const checks = schemas.flatMap((schema) =>
    modesOf(schema).map((mode) => {
      const infer = mode === 'input' ? 'InferInput' : 'InferOutput';
      return `  expectTypeOf<contract.${nameOf(schema.node, mode)}>().toEqualTypeOf<v.${infer}<typeof contract.${schema.name}>>();\n`;
    }),
  );
  return `// Generated. To change it, run \`pnpm --filter @chat-ticket/codegen generate\`.
import type * as v from 'valibot';
import { expectTypeOf, it } from 'vitest';
import type * as contract from './index.ts';

it('each type is what its schema infers', () => {
${checks.join('')}});
`;
}
