import type { Client, ClientOptions } from '@chat-ticket/client';
import type { Role } from '@chat-ticket/contract';

/** Creates a client of the desk that acts as this principal. */
export type SignIn = (
  claims: { sub: string; role: Role; workspace: string },
  options?: Pick<ClientOptions, 'retries'>,
) => Client;
