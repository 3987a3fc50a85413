import { type Client, unwrap } from '@chat-ticket/client';

/** A message, as the log has it and as its room has it. */
export type Said = { event: number; roomId: string; seq: number; kind: string; text: string };

/** Every message of the log, in its order. */
export async function readLog(service: Client): Promise<Said[]> {
  const said: Said[] = [];
  for (let after = 0; ;) {
    const { events, lastSeq } = unwrap(await service.listEvents({ after, limit: 1_000 }));
    for (const { data, seq: event, type } of events) {
      if (type !== 'message.posted') continue;
      const { kind, roomId, seq, text } = data as Omit<Said, 'event'>;
      said.push({ event, roomId, seq, kind, text });
    }
    after = events.at(-1)?.seq ?? lastSeq;
    if (after >= lastSeq) return said;
  }
}

/** Every message of a room, by its number there. */
export async function readRoom(service: Client, roomID: string): Promise<Omit<Said, 'event'>[]> {
  const said: Omit<Said, 'event'>[] = [];
  for (;;) {
    const page = await service.listMessages({ roomID, after: said.at(-1)?.seq ?? 0, limit: 200 });
    const { messages, hasMore } = unwrap(page);
    for (const { kind, seq, text = '' } of messages) said.push({ roomId: roomID, seq, kind, text });
    if (!hasMore) return said;
  }
}
