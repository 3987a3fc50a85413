import { type ListName, type Route, routes } from '@chat-ticket/contract';
import { expect } from 'vitest';
import type { CallOptions, TestClient } from '../../test-client.ts';

/** A page of any list, as it was received. */
export type Page = { readonly items: readonly Item[]; readonly nextCursor?: string };

/** An item has an id, or it is a message that was found. */
type Item = { readonly id: string } | { readonly message: { readonly clientMessageId: string } };

/** The id of an item. */
export const idOf = (item: Item): string => ('id' in item ? item.id : item.message.clientMessageId);

/** Reads one page of a list. The test client has checked that it matches the contract. */
export async function readPage(client: TestClient, name: ListName, options: CallOptions): Promise<Page> {
  const { list }: Route = routes[name];
  const response = await client.call(name, options);
  expect(response.status, response.text).toBe(200);
  const { nextCursor, ...page } = response.json as Record<string, unknown> & Pick<Page, 'nextCursor'>;
  const items = page[list!] as Page['items'];
  return { items, ...(nextCursor !== undefined && { nextCursor }) };
}

/** Reads a list to its end and returns the ids of its items. `beforeNext` runs between two pages. */
export async function readIds(
  client: TestClient,
  name: ListName,
  options: CallOptions,
  beforeNext: () => Promise<unknown> = async () => {},
): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = {}; ;) {
    const query = { ...options.query, ...cursor };
    const page = await readPage(client, name, { ...options, query });
    const { limit } = query as { limit?: number };
    if (limit !== undefined) expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map(idOf));
    if (page.nextCursor === undefined) return ids;
    await beforeNext();
    cursor = { cursor: page.nextCursor };
  }
}
