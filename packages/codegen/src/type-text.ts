import { docComment, literal } from './doc-comment.ts';
import { memberDoc } from './member-doc.ts';
import { isOptional, isSchemaNode, type SchemaNode } from './schema-node.ts';

/** Whether the type describes what a schema accepts or what it returns. */
export type Mode = 'input' | 'output';

/** Returns the name of the type of a schema; undefined if it has none, so that its type is written in place. */
export type NameOf = (node: SchemaNode, mode: Mode) => string | undefined;

/** Writes the type of a schema as TypeScript, with a doc comment on each member of an object. */
export function typeText(node: SchemaNode, mode: Mode, nameOf: NameOf): string {
  return nameOf(node, mode) ?? plainText(node, mode, nameOf);
}

/** Writes the type of a schema in place, though it has a name. */
export function plainText(node: SchemaNode, mode: Mode, nameOf: NameOf): string {
  if (node.pipe) {
    // A pipe that changes the type ends with the schema of what it returns.
    const inner = mode === 'input' ? node.pipe[0] : (node.pipe.findLast(isSchemaNode) ?? node.pipe[0]);
    return nameOf(inner, mode) ?? plainText(inner, mode, nameOf);
  }
  const text = (inner: SchemaNode | undefined) => {
    if (!inner) throw new Error(`a schema of type ${node.type} has no inner schema`);
    return typeText(inner, mode, nameOf);
  };
  const options = () => (node.options ?? []).map((option) => text(option as SchemaNode)).join(' | ');
  switch (node.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'unknown':
      return node.type;
    case 'literal':
      return literal(node.literal);
    case 'picklist':
      return (node.options ?? []).map(literal).join(' | ');
    case 'optional':
      return text(node.wrapped);
    case 'nullable':
      return `${text(node.wrapped)} | null`;
    case 'array':
      return `(${text(node.item)})[]`;
    case 'record':
      return `{ [key: string]: ${text(node.value)} }`;
    case 'union':
    case 'variant':
      return options();
    case 'object':
    case 'strict_object':
      return objectText(node.entries ?? {}, mode, nameOf);
    case 'loose_object':
      return `${objectText(node.entries ?? {}, mode, nameOf)} & { [key: string]: unknown }`;
    default:
      throw new Error(`there is no type for a schema of type ${node.type}`);
  }
}

function objectText(entries: Readonly<Record<string, SchemaNode>>, mode: Mode, nameOf: NameOf): string {
  const members = Object.entries(entries).map(([name, entry]) => memberText(name, entry, mode, nameOf));
  return `{\n${members.join('')}}`;
}

/** Writes a member of an object with its doc comment. */
export function memberText(name: string, entry: SchemaNode, mode: Mode, nameOf: NameOf): string {
  const type = typeText(entry, mode, nameOf);
  const member = isOptional(entry, mode) ? `${name}?: ${type} | undefined` : `${name}: ${type}`;
  return `${docComment(memberDoc(entry), 2)}${member};\n`;
}
