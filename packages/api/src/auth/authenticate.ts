import { ApiError } from '../error/api-error.ts';
import type { VerifiedToken, VerifyToken } from './create-token-verifier.ts';

/** Verifies the bearer token of the Authorization header. Throws as `verify`. */
export async function authenticate(
  header: string | undefined,
  verifyToken: VerifyToken,
  now: number,
): Promise<VerifiedToken> {
  const token = /^bearer +(\S+)$/i.exec(header ?? '')?.[1];
  return verify(token, verifyToken, now);
}

/** Verifies a token. Throws `token_missing`, `token_invalid` or `token_expired`, with WWW-Authenticate. */
export async function verify(
  token: string | undefined,
  verifyToken: VerifyToken,
  now: number,
): Promise<VerifiedToken> {
  try {
    if (!token) throw new ApiError('token_missing');
    return await verifyToken(token, now);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(error.code, error.occurrences, { 'WWW-Authenticate': 'Bearer' });
  }
}
