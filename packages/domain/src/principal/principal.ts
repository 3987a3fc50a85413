import type { TokenClaims } from '@chat-ticket/contract';

/** The authenticated caller: the claims of a verified token. */
export type Principal = Omit<TokenClaims, 'iat' | 'exp'>;

/**
 * Whether the principal may see every ticket of the workspace: services, supervisors and admins. Such a
 * principal learns why it cannot act on a ticket; any other is told that the ticket does not exist.
 */
export const seesAllTickets = (principal: Principal): boolean =>
  principal.role === 'service' || principal.role === 'supervisor' || principal.role === 'admin';
