import type { Actor } from './open-store.ts';

export type BaselineRoom = { roomId: string; ticketId: string; agentId: string };
/** What the benchmark sends the live baseline, which has no database: the rooms, and the last `seq` of the desk. */
export type BaselineRooms = { position: number; rooms: BaselineRoom[] };
export type SentMessage = { clientMessageId: string; kind?: string; text: string };

export const toMessage = (seq: number, actor: Actor, { clientMessageId, kind, text }: SentMessage) => {
  const now = Date.now();
  return {
    seq,
    clientMessageId,
    kind: kind ?? 'message',
    from: { role: actor.role, id: actor.sub },
    text,
    attachments: [],
    timestamp: Math.floor(now / 1000),
    timestampMs: now,
  };
};

/** Returns the frames that the desk would send: one for agents and supervisors, one for customers. */
export function frames(
  position: number,
  { roomId, ticketId, agentId }: BaselineRoom,
  { role, sub }: Actor,
  { clientMessageId, timestamp, ...message }: ReturnType<typeof toMessage>,
) {
  const event = (data: object) => JSON.stringify({ seq: position, type: 'message.posted', data });
  return {
    full: event({
      timestamp,
      actor: { role, id: sub },
      ticketId,
      agentId,
      roomId,
      clientMessageId,
      ...message,
    }),
    forCustomer: event({ timestamp, ticketId, roomId, ...message }),
  };
}
