import type { TypingFrame } from '@chat-ticket/contract';
import type { Caller } from '@chat-ticket/domain';
import { seesAllTickets } from '@chat-ticket/domain';
import { type Database, getRoomParties } from '@chat-ticket/storage';
import type * as v from 'valibot';

const rememberedMs = 3_000;
const maxRemembered = 10_000;

type Parties = { agentId: string | null } | null;

/** Somebody types in a room, which is this agent’s. */
export type Typing = { agentId: string | null; data: v.InferOutput<typeof TypingFrame>['data'] };

/** Whose room it is, asked for at most every three seconds: typing is frequent and worth no more. */
export class RoomParties {
  readonly #known = new Map<string, { parties: Parties; until: number }>();

  async of(db: Database, roomId: string, now: number): Promise<Parties> {
    const known = this.#known.get(roomId);
    if (known && known.until > now) return known.parties;
    const parties = await getRoomParties(db, roomId);
    if (this.#known.size >= maxRemembered) this.#known.clear();
    this.#known.set(roomId, { parties, until: now + rememberedMs });
    return parties;
  }
}

/** Whether the caller talks in the room: its agent or its customer. */
export const isParty = (caller: Caller, roomId: string, parties: NonNullable<Parties>): boolean =>
  caller.role === 'agent'
    ? parties.agentId === caller.sub
    : caller.role === 'customer' && caller.room === roomId;

/** Whether the caller may say that it types there. */
export const mayType = (caller: Caller, roomId: string, parties: NonNullable<Parties>): boolean =>
  seesAllTickets(caller) || isParty(caller, roomId, parties);
