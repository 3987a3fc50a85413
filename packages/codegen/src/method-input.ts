import type { Route } from '@chat-ticket/contract';
import { docComment, literal } from './doc-comment.ts';
import { memberDoc } from './member-doc.ts';
import { exampleOf, isOptional, nodeOf, type SchemaNode } from './schema-node.ts';
import { typeText, type NameOf } from './type-text.ts';

/** A member of a method’s input. */
type Member = {
  readonly name: string;
  readonly doc: readonly string[];
  readonly isOptional: boolean;
  readonly example: unknown;
};
/** A member that is not part of the body: a path parameter, a query parameter or a header. */
type OwnMember = Member & { readonly type: string };

/** The input of the client’s method of a route. */
export type MethodInput = {
  /** The type, as TypeScript. */
  readonly type: string;
  /** Whether the method can be called without an input. */
  readonly isOptional: boolean;
  readonly members: readonly Member[];
  /** An example value, as TypeScript: what is required, or else one optional member. Empty if there is none. */
  readonly example: string;
};

function ownMembers(route: Route, nameOf: NameOf): OwnMember[] {
  const params = Object.entries(route.params).map(([name, schema]) => ({
    name,
    doc: memberDoc(nodeOf(schema)),
    isOptional: false,
    example: exampleOf(nodeOf(schema)),
    type: typeText(nodeOf(schema), 'input', nameOf),
  }));
  const query = Object.entries(route.query).map(([name, schema]) => ({
    name,
    doc: memberDoc(nodeOf(schema)),
    isOptional: true,
    example: exampleOf(nodeOf(schema)),
    type: typeText(nodeOf(schema), 'output', nameOf),
  }));
  const headers = Object.entries(route.headers).map(([name, { header, description, schema }]) => {
    const [limits = '', ...tags] = memberDoc(nodeOf(schema));
    const text = `${description} ${limits} Sent as the header \`${header}\`.`.replace('  ', ' ');
    // The desk reads every header as optional, so an example has none.
    const type = typeText(nodeOf(schema), 'input', nameOf);
    return { name, doc: [text, ...tags], isOptional: true, example: undefined, type };
  });
  return [...params, ...query, ...headers];
}

/** Returns the members of a body. Those of a union are the members of its options. */
export function entriesOf(node: SchemaNode): Record<string, SchemaNode> {
  if (node.pipe) return entriesOf(node.pipe[0]);
  if (node.entries) return node.entries;
  const options = (node.options ?? []) as SchemaNode[];
  return Object.assign({}, ...options.toReversed().map(entriesOf)) as Record<string, SchemaNode>;
}

const bodyMembers = (body: SchemaNode): Member[] =>
  Object.entries(entriesOf(body)).map(([name, node]) => ({
    name,
    doc: memberDoc(node),
    isOptional: isOptional(node, 'input'),
    example: exampleOf(node) ?? requiredExample(node),
  }));

/** Returns an object with the required members, each with its example. */
function requiredExample(node: SchemaNode): unknown {
  const required = Object.entries(entriesOf(node)).filter(([, entry]) => !isOptional(entry, 'input'));
  return Object.fromEntries(required.map(([name, entry]) => [name, exampleOf(entry)]));
}

function exampleInput(own: readonly OwnMember[], body: SchemaNode | null): string {
  const bodyExample = body && exampleOf(body);
  const members = [...own, ...(body && !bodyExample ? bodyMembers(body) : [])];
  const required = members.filter((member) => !member.isOptional);
  const optional = members.find(({ example }) => typeof example === 'string' || typeof example === 'number');
  const shown = required.length > 0 || bodyExample || !optional ? required : [optional];
  const value = Object.assign(
    Object.fromEntries(shown.map(({ name, example }) => [name, example])),
    bodyExample,
  ) as object;
  return Object.keys(value).length === 0 ? '' : literal(value);
}

function ownType(own: readonly OwnMember[]): string {
  const members = own.map(({ name, doc, isOptional: mayBeLeftOut, type }) => {
    const member = mayBeLeftOut ? `${name}?: ${type} | undefined` : `${name}: ${type}`;
    return `${docComment(doc, 2)}readonly ${member};\n`;
  });
  return `{\n${members.join('')}}`;
}

/** Returns the input of the client’s method of a route. */
export function methodInput(route: Route, nameOf: NameOf): MethodInput {
  const own = ownMembers(route, nameOf);
  const body = route.body && nodeOf(route.body);
  const members = [...own, ...(body ? bodyMembers(body) : [])];
  const types = [...(body ? [nameOf(body, 'input') ?? ''] : []), ...(own.length > 0 ? [ownType(own)] : [])];
  return {
    type: types.join(' & ') || 'Record<string, never>',
    isOptional: members.every((member) => member.isOptional),
    members,
    example: exampleInput(own, body),
  };
}
