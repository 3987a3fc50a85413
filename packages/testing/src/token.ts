import type { Role } from '@chat-ticket/contract';
import { SignJWT } from 'jose';

export type TokenOptions = {
  readonly secret: string;
  readonly sub: string;
  readonly role: Role;
  readonly workspace?: string | undefined;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  /** The one room that a customer’s token opens. */
  readonly room?: string | undefined;
  /** Seconds since 1970; now when left out. */
  readonly issuedAt?: number;
  /** From now; an hour when left out. */
  readonly expiresInSeconds?: number;
};

/** A bearer token such as the desk’s issuer would give, signed with HS256. */
export function issueToken({ secret, sub, issuedAt, expiresInSeconds = 3600, ...claims }: TokenOptions) {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(sub)
    .setIssuedAt(issuedAt ?? now)
    .setExpirationTime(now + expiresInSeconds)
    .sign(new TextEncoder().encode(secret));
}
