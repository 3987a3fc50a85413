import {
  authErrors,
  bodyErrors,
  commonErrors,
  limitErrors,
  errors,
  routes,
  type ErrorCode,
  type Route,
} from '@chat-ticket/contract';
import { docComment } from './doc-comment.ts';
import { entriesOf, methodInput, type MethodInput } from './method-input.ts';
import { descriptionOf, nodeOf, type SchemaNode } from './schema-node.ts';
import { typeText, type NameOf } from './type-text.ts';

const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const listed = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('');

const isGeneral = (code: ErrorCode) =>
  ([...bodyErrors, 'parameter_invalid', 'header_invalid'] as ErrorCode[]).includes(code);

function errorDoc(route: Route): string[] {
  // What is special about the route goes first.
  const own = route.errors.toSorted((a, b) => Number(isGeneral(a)) - Number(isGeneral(b)));
  const general = [
    ...(route.access === 'public' ? [] : authErrors),
    ...commonErrors,
    ...(route.access === 'public' ? [] : limitErrors),
    'network_error',
    'timeout',
    'unexpected_response',
  ];
  return [
    ...(own.length > 0 ? ['The call can fail with these values of `error.code`:'] : []),
    ...own.map((code) => `- \`${code}\` (${errors[code].status}): ${errors[code].detail}`),
    ...(own.length > 0 ? [''] : []),
    `Like every call, it can also fail with ${listed(general.map((code) => `\`${code}\``))}.`,
  ];
}

function returnsDoc(route: Route): string {
  const successes = Object.entries(route.responses).map(([status, schema]) => ({
    status,
    data: schema ? descriptionOf(nodeOf(schema)) : '`data` is undefined.',
  }));
  const byData = Map.groupBy(successes, ({ data }) => data);
  const sentences = [...byData].map(
    ([data, group]) => `Status ${listed(group.map(({ status }) => status))}: ${data}`,
  );
  return `@returns The result. ${sentences.join(' ')}`;
}

function methodDoc(name: string, route: Route, { members, example }: MethodInput): string[] {
  const access = route.access === 'public' ? 'No token is needed.' : `Roles: ${route.access.join(', ')}.`;
  return [
    `${route.summary}.`,
    '',
    ...(route.description ? [route.description, ''] : []),
    `\`${route.method} ${route.path}\`. ${access}`,
    '',
    ...errorDoc(route),
    '',
    ...members.map(({ name: member, doc: [text] }) => `@param input.${member} - ${text}`),
    '@param options - A signal that aborts the call.',
    returnsDoc(route),
    '@throws The reason of an aborted signal, or what the token function threw.',
    '@example',
    ` const result = await client.${name}(${example});`,
  ];
}

/** Returns the type of the items of an array. */
const itemName = (array: SchemaNode, nameOf: NameOf): string =>
  array.pipe ? itemName(array.pipe[0], nameOf) : typeText(array.item!, 'output', nameOf);

/**
 * Writes the client’s methods: for each route a member of the interface, its input and its result, and for each list the
 * type of its items.
 */
export function clientMethods(nameOf: NameOf): string {
  const used = new Set<string>();
  const noting: NameOf = (node, mode) => {
    const name = nameOf(node, mode);
    if (name !== undefined) used.add(name);
    return name;
  };
  const rows = Object.entries<Route>(routes).map(([name, route]) => {
    const input = methodInput(route, noting);
    const title = capitalized(name);
    const successes = Object.entries(route.responses).map(
      ([status, schema]) => `Success<${status}, ${schema ? noting(nodeOf(schema), 'output') : 'undefined'}>`,
    );
    const result = [...successes, `Failure<RouteErrorCode<'${name}'> | ClientErrorCode>`].join(' | ');
    const parameters = `input${input.isOptional ? '?' : ''}: ${title}Input, options?: CallOptions`;
    return {
      method: `${docComment(methodDoc(name, route, input), 2)}readonly ${name}: (${parameters}) => Promise<${title}Result>;\n`,
      types: `/** The input of \`${name}\`. */
export type ${title}Input = ${input.type};

/** The result of \`${name}\`. Check \`ok\` first. */
export type ${title}Result = ${result};
`,
    };
  });
  const lists = Object.entries<Route>(routes).flatMap(([name, { list, responses }]) => {
    const page = list === undefined ? undefined : responses[200];
    const items = page && entriesOf(nodeOf(page))[list!];
    return items
      ? [`${docComment([`An item of \`${name}\`.`], 2)}readonly ${name}: ${itemName(items, noting)};\n`]
      : [];
  });
  return `// Generated from the route table. To change it, change the table and run \`pnpm --filter @chat-ticket/codegen generate\`.
import type { ${[...used].toSorted().join(', ')} } from '@chat-ticket/contract';
import type { CallOptions } from './call-options.ts';
import type { ClientErrorCode, Failure, Success } from './error.ts';
import type { RouteErrorCode } from './route-types.ts';

/** The client’s methods: one for each route of the contract. */
export interface RouteMethods {
${rows.map(({ method }) => method).join('\n')}}

/** The items of each list, by the name of its route. */
export interface ListItems {
${lists.join('\n')}}

${rows.map(({ types }) => types).join('\n')}`;
}
