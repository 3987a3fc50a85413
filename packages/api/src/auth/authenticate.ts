import { ApiError } from '../error/api-error.ts';
import type { VerifiedToken, VerifyToken } from './create-token-verifier.ts';

/** The token of the Authorization header. */
export async function authenticate(
  header: string | undefined,
  verifyToken: VerifyToken,
  now: number,
): Promise<VerifiedToken> {
  const token = /^bearer +(\S+)$/i.exec(header ?? '')?.[1];
  return verify(token, verifyToken, now);
}

/** Whom the token speaks for, and until when. */
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
