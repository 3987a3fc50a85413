import type { TokenClaims } from '@chat-ticket/contract';

/** Who calls, as a checked token says. */
export type Caller = Omit<TokenClaims, 'iat' | 'exp'>;

/** Whether the caller may know of tickets that are not its own, and so be told why it can’t act on one. */
export const seesAllTickets = (caller: Caller): boolean =>
  caller.role === 'service' || caller.role === 'supervisor' || caller.role === 'admin';
