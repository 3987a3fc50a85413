import { type ListName, type Route, routes } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { listPreparations } from './list-preparations.ts';
import { idOf, type Page, readIds, readPage } from './pages.ts';

const lists = Object.entries<Route>(routes)
  .filter(([, { list }]) => list !== undefined)
  .map(([name]) => name as ListName);

const encode = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('=', '');

const idsOf = ({ items }: Page) => items.map(idOf);

/** What is no cursor of any list. */
const malformed = [
  '',
  ' ',
  'x',
  '1',
  'null',
  '%00',
  'a'.repeat(512),
  'a'.repeat(513),
  '🎧',
  encode([]),
  encode({}),
  encode(null),
  encode(['a']),
  encode([null, null]),
  encode([[1], 'a']),
  encode([1e300, 'a', 'b', 'c', 'd']),
  encode(['a\0', 'b\0']),
];

/**
 * Proves for every route that is a list: its pages contain every item once and in one order, whatever the length of the
 * pages, also if items are added between two pages; and it refuses a cursor that is not one.
 */
export const listPages = (desk: Desk) =>
  describe.each(lists)('the list %s', (name) => {
    it('has the same items in the same order, whatever the length of its pages', async () => {
      const { client, options, add } = await listPreparations[name](desk);
      const ids: string[] = [];
      for (let i = 0; i < 5; i += 1) ids.push(await add());
      const whole = await readIds(client, name, options);
      expect(whole.toSorted()).toEqual(ids.toSorted());
      for (const limit of [1, 2, 4, 5, 100])
        expect(await readIds(client, name, { ...options, query: { ...options.query, limit } })).toEqual(
          whole,
        );
    });

    it('neither repeats nor skips an item if others are added between two pages', async () => {
      const { client, options, add } = await listPreparations[name](desk);
      for (let i = 0; i < 5; i += 1) await add();
      const before = await readIds(client, name, options);
      const added: string[] = [];
      const read = await readIds(
        client,
        name,
        { ...options, query: { ...options.query, limit: 2 } },
        // Adding one for each page must not make the list endless.
        async () => added.length < 6 && added.push(await add()),
      );
      expect(new Set(read).size, 'each item once').toBe(read.length);
      expect(read.filter((id) => !added.includes(id))).toEqual(before);
    });

    it('is empty, and has no next page, if nothing passes', async () => {
      const { client, options } = await listPreparations[name](desk);
      expect(await readIds(client, name, options)).toEqual([]);
    });

    it('accepts the cursor of a page again', async () => {
      const { client, options, add } = await listPreparations[name](desk);
      for (let i = 0; i < 2; i += 1) await add();
      const { nextCursor } = await readPage(client, name, {
        ...options,
        query: { ...options.query, limit: 1 },
      });
      expect(nextCursor).toMatch(/^[\w-]{1,512}$/);
      const query = { ...options.query, cursor: nextCursor! };
      const again = await readPage(client, name, { ...options, query });
      expect(again.items).toHaveLength(1);
      expect(idsOf(await readPage(client, name, { ...options, query }))).toEqual(idsOf(again));
    });

    it.each(malformed)('refuses the cursor %j', async (cursor) => {
      const { client, options } = await listPreparations[name](desk);
      const query = { ...options.query, cursor };
      const error = await client.refused(name, 'parameter_invalid', { ...options, query });
      expect(error?.source).toEqual({ parameter: 'cursor' });
    });

    it.each([0, 101])('refuses the limit %d', async (limit) => {
      const { client, options } = await listPreparations[name](desk);
      const query = { ...options.query, limit };
      const error = await client.refused(name, 'parameter_invalid', { ...options, query });
      expect(error?.source).toEqual({ parameter: 'limit' });
    });
  });
