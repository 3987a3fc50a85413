import { roomOwner } from '@chat-ticket/domain';
import type { ReadRoomRow, RoomRow } from '@chat-ticket/storage';
import { touchLease } from '../agent/require-acting-agent.ts';
import { ApiError } from '../error/api-error.ts';
import type { DeskRequest } from '../route/handler.ts';

type RoomRequest = Pick<DeskRequest, 'principal' | 'context' | 'runInBackground'> & {
  params: { roomID: string };
};

const notFound = () => new ApiError('room_not_found', { source: { parameter: 'roomID' } });

/**
 * The agent who must own the room in the path; null: any owner will do. Throws `room_not_found` when the
 * principal can have no access to the room.
 */
export function requiredOwner({ principal, params }: RoomRequest): string | null {
  const access = roomOwner(principal, params.roomID);
  if (access === 'not_theirs') throw notFound();
  return access.owner;
}

/**
 * The room that the database found for a request that reads it. While an agent has an open ticket of a customer, it may
 * also read the customer’s earlier chats. Throws as `requireRoom`.
 */
export function requireReadRoom(request: RoomRequest, room: ReadRoomRow | null): RoomRow {
  const { role, sub } = request.principal;
  const isOfOtherAgent = role === 'agent' && room !== null && room.agentId !== sub;
  return isOfOtherAgent && room.hasTicketOfCustomer === 1 ? room : requireRoom(request, room);
}

/**
 * The room that the database found for the request. Throws `room_not_found` when it does not exist or belongs
 * to somebody else. Renews the lease of an agent that calls for itself.
 */
export function requireRoom(request: RoomRequest, room: RoomRow | null): RoomRow {
  const owner = requiredOwner(request);
  if (!room || (owner !== null && room.agentId !== owner)) throw notFound();
  if (room.agentId !== null && room.agentLeaseUntil !== null)
    touchLease(request, { id: room.agentId, leaseUntil: room.agentLeaseUntil });
  return room;
}
