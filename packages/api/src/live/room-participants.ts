import type { TypingFrame } from '@chat-ticket/contract';
import { type Principal, seesAllTickets } from '@chat-ticket/domain';
import { type Database, getRoomParties, send } from '@chat-ticket/storage';
import type * as v from 'valibot';

const cachedMs = 3_000;
const maxCachedRooms = 10_000;

type Participants = { agentId: string | null } | null;

/** Somebody types in a room. `agentId` is the room’s agent, null while it has none. */
export type TypingNotice = { agentId: string | null; data: v.InferOutput<typeof TypingFrame>['data'] };

/** The participants of rooms. They are cached for three seconds, because typing frames are frequent. */
export class RoomParticipants {
  readonly #cached = new Map<string, { participants: Participants; until: number }>();

  /** The participants of a room; null when the room does not exist. */
  async of(db: Database, roomId: string, now: number): Promise<Participants> {
    const cached = this.#cached.get(roomId);
    if (cached && cached.until > now) return cached.participants;
    const { parties: participants } = await send(db, getRoomParties, { roomId });
    if (this.#cached.size >= maxCachedRooms) this.#cached.clear();
    this.#cached.set(roomId, { participants, until: now + cachedMs });
    return participants;
  }
}

/** Whether the principal is the room’s agent or its customer. */
export const isParticipant = (
  principal: Principal,
  roomId: string,
  participants: NonNullable<Participants>,
): boolean =>
  principal.role === 'agent'
    ? participants.agentId === principal.sub
    : principal.role === 'customer' && principal.room === roomId;

/** Whether the principal may send typing frames for the room. */
export const mayType = (
  principal: Principal,
  roomId: string,
  participants: NonNullable<Participants>,
): boolean => seesAllTickets(principal) || isParticipant(principal, roomId, participants);
