import { type Principal, seesAllTickets } from '../principal/principal.ts';

/**
 * The agent who must own the room for the principal to enter it; a null `owner`: any agent or none.
 * `not_theirs`: the principal may not enter the room, whichever agent owns it.
 */
export function roomOwner(principal: Principal, roomId: string): { owner: string | null } | 'not_theirs' {
  if (seesAllTickets(principal)) return { owner: null };
  if (principal.role === 'agent') return { owner: principal.sub };
  return principal.room === roomId ? { owner: null } : 'not_theirs';
}
