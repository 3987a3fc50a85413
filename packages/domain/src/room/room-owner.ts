import { type Principal, seesAllTickets } from '../principal/principal.ts';

/**
 * Whom a room has to be with for the principal to be in it: an agent’s id, or null where it may be anyone’s.
 * `not_theirs`: it is not the principal’s room whoever has it.
 */
export function roomOwner(principal: Principal, roomId: string): { owner: string | null } | 'not_theirs' {
  if (seesAllTickets(principal)) return { owner: null };
  if (principal.role === 'agent') return { owner: principal.sub };
  return principal.room === roomId ? { owner: null } : 'not_theirs';
}
