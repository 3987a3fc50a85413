import type { Role } from '../token/token.ts';

/** The path that all routes of the desk begin with. The upstream API calls it HOST. */
export const basePath = '/cs-chat-ticket';

/** The roles that work at the desk. */
export const deskRoles = ['agent', 'supervisor', 'admin', 'service'] as const satisfies readonly Role[];

/** The roles that see and change everything at the desk. */
export const supervisorRoles = ['supervisor', 'admin', 'service'] as const satisfies readonly Role[];

/** The roles that can be in a room. */
export const roomRoles = [
  'agent',
  'customer',
  'supervisor',
  'admin',
  'service',
] as const satisfies readonly Role[];
