import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';

type Page = { messages: { seq: number }[]; hasMore: boolean };
type Search = { results: { message: { seq: number } }[]; nextCursor?: string };
type Events = { events: { seq: number }[]; lastSeq: number };

const maxPageBytes = 1_048_576;
/** A message of about 50 KB. */
const large = () => ({
  clientMessageId: crypto.randomUUID(),
  text: 'ü'.repeat(4_000),
  attachments: Array.from({ length: 10 }, () => ({ url: `https://files.example/${'x'.repeat(4_000)}` })),
});

/** A desk with a room of 60 large messages. */
async function openLargeRoom() {
  const desk = await openDesk();
  const customer = { id: 'c' };
  const created = await desk.call('service', 'backend', 'POST', '/v1/tickets', { customer });
  const ticket = (await created.json()) as { metadata: { roomId: string } };
  const path = `/v1/rooms/${ticket.metadata.roomId}/messages`;
  for (let i = 0; i < 60; i++) await desk.call('service', 'backend', 'POST', path, large());
  /** A page as text, and as JSON. */
  const get = async <T>(at: string) => {
    const text = await (await desk.call('supervisor', 'sue', 'GET', at)).text();
    return { text, json: JSON.parse(text) as T };
  };
  return { get, path };
}

it('ends a page of large messages early, in both directions, so that none is missing', async () => {
  const { get, path } = await openLargeRoom();
  for (const direction of ['after', 'before'] as const) {
    const seen: number[] = [];
    let pages = 0;
    for (let position = direction === 'after' ? 0 : 61, hasMore = true; hasMore; pages++) {
      const { text, json } = await get<Page>(`${path}?limit=200&${direction}=${position}`);
      expect(text.length).toBeLessThan(1.2 * maxPageBytes);
      const numbers = json.messages.map(({ seq }) => seq);
      expect(numbers.length).toBeGreaterThan(0);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      seen.push(...numbers);
      ({ hasMore } = json);
      position = direction === 'after' ? numbers.at(-1)! : numbers[0]!;
    }
    expect(pages).toBeGreaterThan(1);
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  }
});

it('ends a page of large matches early, so that none is missing', async () => {
  const { get } = await openLargeRoom();
  const seen: number[] = [];
  let [query, pages] = ['q=üü&limit=100', 0];
  for (let hasMore = true; hasMore; pages++) {
    const { text, json } = await get<Search>(`/v1/messages/search?${query}`);
    expect(text.length).toBeLessThan(1.2 * maxPageBytes);
    seen.push(...json.results.map(({ message }) => message.seq));
    hasMore = json.nextCursor !== undefined;
    query = `q=üü&limit=100&cursor=${json.nextCursor}`;
  }
  expect(pages).toBeGreaterThan(1);
  expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => 60 - i));
});

it('ends a page of large events early, so that none is missing', async () => {
  const { get } = await openLargeRoom();
  const seen: number[] = [];
  let [position, lastSeq, pages] = [0, 1, 0];
  for (; position < lastSeq; pages++) {
    const { text, json } = await get<Events>(`/v1/events?limit=1000&after=${position}`);
    expect(text.length).toBeLessThan(1.2 * maxPageBytes);
    seen.push(...json.events.map(({ seq }) => seq));
    position = seen.at(-1)!;
    ({ lastSeq } = json);
  }
  expect(pages).toBeGreaterThan(1);
  expect(seen.filter((seq, i) => seq <= (seen[i - 1] ?? 0))).toEqual([]);
  expect(seen.length).toBeGreaterThanOrEqual(60);
});
