import type { Role } from '@chat-ticket/contract';
import { SignJWT } from 'jose';

export type TokenOptions = {
  readonly secret: string;
  readonly sub: string;
  readonly role: Role;
  readonly workspace?: string | undefined;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly room?: string | undefined;
  /** From now; an hour when left out. */
  readonly expiresInSeconds?: number;
};

/** A bearer token such as the desk’s issuer would give, signed with HS256. */
export const issueToken = ({ secret, sub, expiresInSeconds = 3600, ...claims }: TokenOptions) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(sub)
    .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInSeconds)
    .sign(new TextEncoder().encode(secret));
