import type { Actor } from './open-store.ts';

export type FloorRoom = { roomId: string; ticketId: string; agentId: string };
/** What the desk’s database knows and the floor has to be told: whose rooms there are. */
export type FloorRooms = { position: number; rooms: FloorRoom[] };
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

/** The desk’s frames: one text for who may see everything, one for customers. */
export function frames(
  position: number,
  { roomId, ticketId, agentId }: FloorRoom,
  { role, sub }: Actor,
  { clientMessageId, timestamp, ...said }: ReturnType<typeof toMessage>,
) {
  const event = (data: object) => JSON.stringify({ seq: position, type: 'message.posted', data });
  return {
    whole: event({
      timestamp,
      actor: { role, id: sub },
      ticketId,
      agentId,
      roomId,
      clientMessageId,
      ...said,
    }),
    part: event({ timestamp, ticketId, roomId, ...said }),
  };
}
