import { describe, expect, it } from 'vitest';
import { sendJson, startServer } from '../test/start-server.ts';
import { createClient } from './client.ts';

const agent = (id: string) => ({
  id,
  status: 'online',
  updatedAt: '2026-01-02 03:04:05 +0000 UTC',
  capacity: 3,
  load: 0,
  skills: [],
  isConnected: true,
  queueIds: ['default'],
});

/** The pages in order. The second has no item. */
const pages = [
  { agents: [agent('a'), agent('b')], nextCursor: 'one' },
  { agents: [], nextCursor: 'two' },
  { agents: [agent('c')] },
];

const startList = () => startServer((response, nth) => sendJson(response, 200, pages[nth]));

async function idsOf(items: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

const clientOf = (server: { url: string }) => createClient({ baseUrl: server.url, token: 't', retries: 0 });

describe('each', () => {
  it('returns the items of all pages, also after a page without items', async () => {
    await using server = await startList();
    const agents = clientOf(server).each('listAgents', { status: 'online', limit: 2 });
    expect(await idsOf(agents)).toEqual(['a', 'b', 'c']);
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/cs-chat-ticket/v1/agents?status=online&limit=2',
      '/cs-chat-ticket/v1/agents?status=online&limit=2&cursor=one',
      '/cs-chat-ticket/v1/agents?status=online&limit=2&cursor=two',
    ]);
  });

  it('requests a page only when its first item is asked for', async () => {
    await using server = await startList();
    const agents = clientOf(server).each('listAgents');
    expect(server.seen).toHaveLength(0);
    for await (const { id } of agents) if (id === 'b') break;
    expect(server.seen).toHaveLength(1);
  });

  it('starts after the page of a cursor', async () => {
    await using server = await startList();
    await idsOf(clientOf(server).each('listAgents', { cursor: 'one' }));
    expect(server.seen[0]?.url).toBe('/cs-chat-ticket/v1/agents?cursor=one');
  });

  it('throws the error of a page that fails, after the items before it', async () => {
    const errors = [{ status: '403', title: 'forbidden', code: 'role_not_allowed', detail: 'No.', id: 'r' }];
    await using server = await startServer((response, nth) =>
      nth === 0 ? sendJson(response, 200, pages[0]) : sendJson(response, 403, { errors }),
    );
    const read: string[] = [];
    const reading = async () => {
      for await (const { id } of clientOf(server).each('listAgents')) read.push(id);
    };
    await expect(reading()).rejects.toMatchObject({ name: 'ChatTicketError', code: 'role_not_allowed' });
    expect(read).toEqual(['a', 'b']);
  });

  it('rejects with the reason of an aborted signal', async () => {
    await using server = await startList();
    const abort = new AbortController();
    const reading = async () => {
      for await (const { id } of clientOf(server).each('listAgents', {}, { signal: abort.signal }))
        if (id === 'b') abort.abort('enough');
    };
    await expect(reading()).rejects.toBe('enough');
  });

  it('refuses a route that is not a list', async () => {
    await using server = await startList();
    // @ts-expect-error getBoard is not a list
    const items = clientOf(server).each('getBoard');
    await expect(items.next()).rejects.toThrow('getBoard is not a list');
  });
});
