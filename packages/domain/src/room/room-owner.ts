import { type Caller, seesAllTickets } from '../principal/principal.ts';

/**
 * Whom a room has to be with for the caller to be in it: an agent’s id, or null where it may be anyone’s.
 * `not_theirs`: it is not the caller’s room whoever has it.
 */
export function roomOwner(caller: Caller, roomId: string): { owner: string | null } | 'not_theirs' {
  if (seesAllTickets(caller)) return { owner: null };
  if (caller.role === 'agent') return { owner: caller.sub };
  return caller.room === roomId ? { owner: null } : 'not_theirs';
}
