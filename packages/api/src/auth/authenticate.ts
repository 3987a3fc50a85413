import type { Caller } from '@chat-ticket/domain';
import { ApiError } from '../error/api-error.ts';
import type { VerifiedToken, VerifyToken } from './create-verifier.ts';

/** The caller that the Authorization header speaks for. */
export async function authenticate(
  header: string | undefined,
  verifyToken: VerifyToken,
  now: number,
): Promise<Caller> {
  const token = /^bearer +(\S+)$/i.exec(header ?? '')?.[1];
  return (await verify(token, verifyToken, now)).caller;
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
    throw new ApiError(error.code, error.problems, { 'WWW-Authenticate': 'Bearer' });
  }
}
