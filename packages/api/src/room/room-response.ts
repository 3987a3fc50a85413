import type { Room } from '@chat-ticket/contract';
import { type Principal, seesNotes } from '@chat-ticket/domain';
import type { RoomRow } from '@chat-ticket/storage';
import { withoutEmpty } from '../route/wire.ts';

/** A room on the wire. The table of visibility hides fields, and this leaves out the persons and notes. */
export function toRoom({ role }: Principal, row: RoomRow): Room {
  const reads = JSON.parse(row.reads) as Room['reads'];
  const room = {
    roomId: row.roomId,
    ticketId: row.ticketId,
    isClosed: row.closedAt !== null,
    lastSeq: row.lastSeq,
    reads,
    ...(row.agentId === null ? {} : { agent: { id: row.agentId, ...withoutEmpty({ name: row.agentName }) } }),
  };
  if (seesNotes(role)) return room;
  const lastSeq = row.lastSeqWithoutNotes;
  return {
    ...room,
    lastSeq,
    reads: reads
      .filter((read) => read.role === 'customer' || (read.role === 'agent' && read.id === row.agentId))
      .map(({ id, seq, role: reader }) => ({ role: reader, id, seq: Math.min(seq, lastSeq) }))
      .filter((read) => read.seq > 0),
  };
}
