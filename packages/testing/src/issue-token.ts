import type { Role } from '@chat-ticket/contract';
import { SignJWT } from 'jose';

export type TokenOptions = {
  readonly secret: string;
  readonly sub: string;
  readonly role: Role;
  readonly workspace?: string | undefined;
  readonly email?: string | undefined;
  readonly email_verified?: boolean | 'true' | 'false';
  readonly name?: string | undefined;
  /** The room that a customer’s token gives access to. */
  readonly room?: string | undefined;
  /**
   * Seconds since 1970.
   * @default now
   */
  readonly issuedAt?: number;
  /**
   * Seconds from now.
   * @default 3600
   */
  readonly expiresInSeconds?: number;
};

/** Issues a bearer token that the desk accepts, signed with HS256. */
export function issueToken({ secret, sub, issuedAt, expiresInSeconds = 3600, ...claims }: TokenOptions) {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(sub)
    .setIssuedAt(issuedAt ?? now)
    .setExpirationTime(now + expiresInSeconds)
    .sign(new TextEncoder().encode(secret));
}
