import type { TokenClaims } from '@chat-ticket/contract';

/** Who calls, as a checked token says. */
export type Principal = Omit<TokenClaims, 'iat' | 'exp'>;

/** Whether the principal may know of tickets that are not its own, and so be told why it can’t act on one. */
export const seesAllTickets = (principal: Principal): boolean =>
  principal.role === 'service' || principal.role === 'supervisor' || principal.role === 'admin';
