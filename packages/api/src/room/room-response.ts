import type { Room } from '@chat-ticket/contract';
import { roomOwner } from '@chat-ticket/domain';
import type { RoomRow } from '@chat-ticket/storage';
import { keepLease } from '../agent/acting-agent.ts';
import { present } from '../wire.ts';
import { ApiError } from '../error/api-error.ts';
import type { DeskRequest } from '../route/handler.ts';

type RoomRequest = Pick<DeskRequest, 'caller' | 'dbFor' | 'command' | 'ports'> & {
  params: { roomID: string };
};

const notFound = () => new ApiError('room_not_found', { source: { parameter: 'roomID' } });

/** Whom the room in the path has to be with. Someone else’s room is as one that there is not. */
export function ownerFor({ caller, params }: RoomRequest): string | null {
  const entry = roomOwner(caller, params.roomID);
  if (entry === 'not_theirs') throw notFound();
  return entry.owner;
}

/** The room that the database found for the request, which the caller is now known to be in. */
export function presentRoom(request: RoomRequest, room: RoomRow | null): RoomRow {
  const owner = ownerFor(request);
  if (!room || (owner !== null && room.agentId !== owner)) throw notFound();
  if (room.agentId !== null && room.agentLeaseUntil !== null)
    keepLease(request, { id: room.agentId, leaseUntil: room.agentLeaseUntil });
  return room;
}

export const toRoom = (row: RoomRow): Room => ({
  roomId: row.roomId,
  ticketId: row.ticketId,
  isClosed: row.closedAt !== null,
  lastSeq: row.lastSeq,
  reads: JSON.parse(row.reads) as Room['reads'],
  ...(row.agentId === null ? {} : { agent: { id: row.agentId, ...present({ name: row.agentName }) } }),
});
