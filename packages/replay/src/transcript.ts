import { type Client, unwrap } from '@chat-ticket/client';
import type { Message, MessageEvent } from '@chat-ticket/contract';

/** A message as one who is in the room sees it. */
export type Said = { seq: number; kind: string; from: string; text: string };

export const saidOf = ({ from, kind, seq, text }: Message | MessageEvent['data']): Said => ({
  seq,
  kind,
  from: `${from.role} ${from.id}`,
  text: text ?? '',
});

/** All messages of a room that the client may see, by their number. */
export async function readRoom(client: Client, roomID: string): Promise<Message[]> {
  const said: Message[] = [];
  for (;;) {
    const page = await client.listMessages({ roomID, after: said.at(-1)?.seq ?? 0, limit: 200 });
    const { messages, hasMore } = unwrap(page);
    said.push(...messages);
    if (!hasMore) return said;
  }
}

/** The first thing in which what somebody saw differs from what the database has; undefined: nothing does. */
export function differenceOf(seen: readonly Said[], database: readonly Said[]): string | undefined {
  for (let n = 0; n < Math.max(seen.length, database.length); n++) {
    const [one, other] = [seen[n], database[n]];
    if (!one || (other && one.seq > other.seq)) return `message ${other!.seq} is missing`;
    if (!other) return `message ${one.seq} is one too many`;
    if (one.seq < other.seq) return `message ${one.seq} came twice, or late`;
    if (one.kind !== other.kind || one.from !== other.from || one.text !== other.text)
      return `message ${one.seq} reads otherwise`;
  }
  return undefined;
}
