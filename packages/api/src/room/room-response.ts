import type { Room } from '@chat-ticket/contract';
import { type Principal, seesNotes } from '@chat-ticket/domain';
import type { RoomRow } from '@chat-ticket/storage';
import { withoutEmpty } from '../route/wire.ts';

/** A room on the wire. The table of visibility hides fields, and this leaves out persons and does not count notes. */
export function toRoom({ role }: Principal, row: RoomRow): Room {
  const reads = JSON.parse(row.reads) as (Room['reads'][number] & { customerSeq: number })[];
  const room = {
    roomId: row.roomId,
    ticketId: row.ticketId,
    isClosed: row.closedAt !== null,
    lastSeq: row.lastSeq,
    reads: reads.map(({ customerSeq: _, ...read }) => read),
    ...(row.agentId === null ? {} : { agent: { id: row.agentId, ...withoutEmpty({ name: row.agentName }) } }),
  };
  if (seesNotes(role)) return room;
  return {
    ...room,
    lastSeq: row.lastCustomerSeq,
    reads: reads
      .filter((read) => read.role === 'customer' || (read.role === 'agent' && read.id === row.agentId))
      .map(({ role: reader, id, customerSeq: seq }) => ({ role: reader, id, seq }))
      .filter((read) => read.seq > 0),
  };
}
