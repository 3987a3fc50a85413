import { literal } from './doc-comment.ts';
import { actionsOf, defaultOf, descriptionOf, exampleOf, type SchemaNode } from './schema-node.ts';

const longestExample = 80;
/** From here on a limit is only what a number can hold. */
const noLimit = 1e14;

const range = (low: unknown, high: unknown, unit: string) =>
  high === undefined || Number(high) > noLimit
    ? []
    : [`${low === undefined ? 'Up to' : `${String(low)} to`} ${String(high)}${unit}.`];

function baseType(node: SchemaNode): string {
  const inner = node.pipe?.[0] ?? node.wrapped;
  return inner ? baseType(inner) : node.type;
}

/** Says which values a schema accepts, as far as its type does not. */
function limits(node: SchemaNode): string[] {
  const limit = (type: string) => actionsOf(node).findLast((action) => action.type === type)?.requirement;
  if (limit('max_value') !== undefined) return range(limit('min_value'), limit('max_value'), '');
  return baseType(node) === 'string' ? range(limit('min_length'), limit('max_length'), ' characters') : [];
}

/** Returns the paragraphs of a member’s doc comment: its meaning and limits, its default, and an example. */
export function memberDoc(node: SchemaNode): string[] {
  const paragraphs = [[descriptionOf(node) ?? '', ...limits(node)].join(' ').trim()];
  const byDefault = defaultOf(node);
  if (byDefault !== undefined) paragraphs.push(`@default ${literal(byDefault)}`);
  const example = exampleOf(node);
  const isTelling = typeof example === 'string' || (Array.isArray(example) && example.length > 0);
  const isDefault = literal(example) === literal(byDefault);
  if (isTelling && !isDefault && literal(example).length < longestExample)
    paragraphs.push(`@example ${literal(example)}`);
  return paragraphs;
}
