/** A page to read, as the routes of lists take it. */
export type PageRequest = { readonly limit: number; readonly cursor: string | null };

type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string | undefined };

/** The first items of a list, and whether more may follow. */
export type FirstItems<Item> = { readonly items: readonly Item[]; readonly mayHaveMore: boolean };

/** The longest page of a list. */
const maxPage = 100;

/** Reads a list page by page until it has `limit` items. */
export async function firstItems<Item>(
  limit: number,
  readPage: (request: PageRequest) => Promise<Page<Item>>,
): Promise<FirstItems<Item>> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await readPage({ limit: Math.min(maxPage, limit - items.length), cursor });
    items.push(...page.items);
    cursor = page.nextCursor ?? null;
  } while (cursor !== null && items.length < limit);
  return { items, mayHaveMore: cursor !== null };
}

/** Prints a list on standard output as a table or a JSON array. What else there is to say goes to standard error. */
export function printList<Item>(
  { items, mayHaveMore }: FirstItems<Item>,
  { json, nouns, table }: { json: boolean; nouns: string; table: (items: readonly Item[]) => string },
): void {
  if (json) console.log(JSON.stringify(items, null, 2));
  else if (items.length > 0) console.log(table(items));
  else console.error(`No ${nouns} match.`);
  if (mayHaveMore)
    console.error(`These are the first ${items.length} ${nouns}. Use a filter, or a higher --limit.`);
}
