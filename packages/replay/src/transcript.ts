import { type Client, unwrap } from '@chat-ticket/client';
import type { Message, MessageEvent } from '@chat-ticket/contract';

/** The parts of a message that every participant of a room must see alike. */
export type TranscriptMessage = { seq: number; kind: string; from: string; text: string };

/** The message as a participant sees it, under the number that it has for this participant. */
export const toTranscriptMessage = (
  { from, kind, text, ...message }: Message | MessageEvent['data'],
  seq = message.seq,
): TranscriptMessage => ({
  seq,
  kind,
  // A customer does not see the ids of staff.
  from: `${from.role} ${from.name ?? ''}`,
  text: text ?? '',
});

/** All messages of a room that the client may see, in the order of `seq`. */
export async function listAllMessages(client: Client, roomID: string): Promise<Message[]> {
  const all: Message[] = [];
  for (;;) {
    const page = await client.listMessages({ roomID, after: all.at(-1)?.seq ?? 0, limit: 200 });
    const { messages, hasMore } = unwrap(page);
    all.push(...messages);
    if (!hasMore) return all;
  }
}

/** The first difference between a participant’s transcript and the database’s; undefined if they are equal. */
export function findDifference(
  seen: readonly TranscriptMessage[],
  database: readonly TranscriptMessage[],
): string | undefined {
  for (let n = 0; n < Math.max(seen.length, database.length); n++) {
    const [one, other] = [seen[n], database[n]];
    if (!one || (other && one.seq > other.seq)) return `message ${other!.seq} is missing`;
    if (!other) return `message ${one.seq} is not in the database`;
    if (one.seq < other.seq) return `message ${one.seq} is duplicated or out of order`;
    if (one.kind !== other.kind || one.from !== other.from || one.text !== other.text)
      return `message ${one.seq} has other content`;
  }
  return undefined;
}
