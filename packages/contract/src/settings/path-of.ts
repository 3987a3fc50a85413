import type * as v from 'valibot';

type Item = v.ObjectPathItem | v.ArrayPathItem;

/** The path of an issue that a check of the whole value finds at `keys`. */
export function pathOf(
  value: unknown,
  keys: readonly [string | number, ...(string | number)[]],
): [Item, ...Item[]] {
  let input = value as Record<string | number, unknown>;
  const items = keys.map((key) => {
    const item = {
      type: Array.isArray(input) ? 'array' : 'object',
      origin: 'value',
      input,
      key,
      value: input[key],
    };
    input = input[key] as typeof input;
    return item as Item;
  });
  return items as [Item, ...Item[]];
}
