import { type Client, type ClientOptions, createClient } from '@chat-ticket/client';
import type { Claims, IssueToken } from './token-issuer.ts';

/** A client of one desk that speaks for whom the claims name. */
export type SignIn = (claims: Claims, options?: Pick<ClientOptions, 'retries'>) => Client;

// Each call signs its own token, so this is only how long one call may be under way.
const tokenSeconds = 300;

export const createSignIn =
  (issueToken: IssueToken, options: Pick<ClientOptions, 'baseUrl' | 'fetch'>): SignIn =>
  (claims, own = {}) =>
    createClient({ ...options, ...own, token: () => issueToken(claims, tokenSeconds) });
