import { type Client, type ClientOptions, createClient } from '@chat-ticket/client';
import type { Claims, IssueToken } from './token-issuer.ts';

/** Creates a client of one desk that acts as the principal of these claims. */
export type SignIn = (claims: Claims, options?: Pick<ClientOptions, 'retries'>) => Client;

// Each call signs a new token, so this limits a single call, not the client.
const tokenSeconds = 300;

/** A `SignIn` for one desk. The client signs a token for each call. */
export const createSignIn =
  (issueToken: IssueToken, options: Pick<ClientOptions, 'baseUrl' | 'fetch'>): SignIn =>
  (claims, own = {}) =>
    createClient({ ...options, ...own, token: () => issueToken(claims, tokenSeconds) });
