import { type Client, unwrap } from '@chat-ticket/client';

/** A message as its room holds it. `seq` is its number in the room. */
export type RoomMessage = { roomId: string; seq: number; kind: string; text: string };

/** A message as the event log holds it. */
export type LoggedMessage = RoomMessage & { eventSeq: number };

/** Reads every message of the event log, in order. */
export async function readEventLog(service: Client): Promise<LoggedMessage[]> {
  const logged: LoggedMessage[] = [];
  for (let after = 0; ;) {
    const { events, lastSeq } = unwrap(await service.listEvents({ after, limit: 1_000 }));
    for (const { data, seq: eventSeq, type } of events) {
      if (type !== 'message.posted') continue;
      const { kind, roomId, seq, text } = data as RoomMessage;
      logged.push({ eventSeq, roomId, seq, kind, text });
    }
    after = events.at(-1)?.seq ?? lastSeq;
    if (after >= lastSeq) return logged;
  }
}

/** Reads every message of a room, in order. */
export async function readRoom(service: Client, roomID: string): Promise<RoomMessage[]> {
  const read: RoomMessage[] = [];
  for (;;) {
    const page = await service.listMessages({ roomID, after: read.at(-1)?.seq ?? 0, limit: 200 });
    const { messages, hasMore } = unwrap(page);
    for (const { kind, seq, text = '' } of messages) read.push({ roomId: roomID, seq, kind, text });
    if (!hasMore) return read;
  }
}
