import type { Room } from '@chat-ticket/contract';
import type { RoomRow } from '@chat-ticket/storage';
import { withoutEmpty } from '../route/wire.ts';

/** A room on the wire. */
export const toRoom = (row: RoomRow): Room => ({
  roomId: row.roomId,
  ticketId: row.ticketId,
  isClosed: row.closedAt !== null,
  lastSeq: row.lastSeq,
  reads: JSON.parse(row.reads) as Room['reads'],
  ...(row.agentId === null ? {} : { agent: { id: row.agentId, ...withoutEmpty({ name: row.agentName }) } }),
});
