import type { Client, ClientOptions } from '@chat-ticket/client';
import type { Role } from '@chat-ticket/contract';

/** Creates a client of the desk that acts as the principal of these claims. */
export type SignIn = (
  claims: { sub: string; role: Role; workspace: string },
  options?: Pick<ClientOptions, 'retries'>,
) => Client;
