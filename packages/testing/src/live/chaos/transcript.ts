import { type Client, unwrap } from '@chat-ticket/client';
import { customerEvents } from '@chat-ticket/contract';

/** A message as its room holds it. `seq` is its number in the room. */
export type RoomMessage = { roomId: string; seq: number; kind: string; text: string };

/** A message as a reader receives it. `eventSeq` is the number of its event. */
export type ReceivedMessage = RoomMessage & { eventSeq: number };

/**
 * A message as the event log holds it. `customerSeq` is the number of its event for the customer of its room, and
 * `customerMessageSeq` its own.
 */
export type LoggedMessage = ReceivedMessage & { customerSeq: number; customerMessageSeq: number };

/** Reads every message of the event log, in order. Counts the events that the customer of each room may see. */
export async function readEventLog(service: Client): Promise<LoggedMessage[]> {
  const logged: LoggedMessage[] = [];
  const counts = new Map<string, { events: number; messages: number }>();
  for (let after = 0; ;) {
    const { events, lastSeq } = unwrap(await service.listEvents({ after, limit: 1_000 }));
    for (const { data, seq: eventSeq, type } of events) {
      const { kind, roomId, seq, text } = data as RoomMessage;
      const isForCustomer = Object.hasOwn(customerEvents, type) && kind !== 'note';
      const isMessage = type === 'message.posted';
      const { events: seen, messages } = counts.get(roomId) ?? { events: 0, messages: 0 };
      const customerSeq = seen + (isForCustomer ? 1 : 0);
      const customerMessageSeq = messages + (isForCustomer && isMessage ? 1 : 0);
      counts.set(roomId, { events: customerSeq, messages: customerMessageSeq });
      if (isMessage) logged.push({ eventSeq, customerSeq, customerMessageSeq, roomId, seq, kind, text });
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
