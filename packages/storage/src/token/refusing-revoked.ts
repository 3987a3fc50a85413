import type { Role } from '@chat-ticket/contract';
import { failIf, isRefusal } from '../command/refusal.ts';
import type { Database } from '../database.ts';

/** A token, as far as revocation needs it. */
export type Token = {
  role: Role;
  sub: string;
  /** Seconds since 1970. 0: the token does not say. */
  issuedAt: number;
};

/** The token was revoked. Nothing was read or written. */
export class TokenRevoked extends Error {
  override readonly name = 'TokenRevoked';
}

const mark = 'token_revoked';

export const failIfRevoked = failIf<Token>(
  mark,
  'issued_until',
  'token_revocations where role = :role and sub = :sub and issued_until >= :issuedAt',
);

/**
 * The same database for the bearer of a token. Each batch first checks whether the token was revoked, so no
 * further trip is needed and nothing can happen in between.
 *
 * @throws {TokenRevoked} From `batch`, which then does nothing.
 */
export const refusingRevoked = (db: Database, { role, sub, issuedAt }: Token): Database => ({
  batch: async (statements, mode) => {
    try {
      return (await db.batch([failIfRevoked.bind({ role, sub, issuedAt }), ...statements], mode)).slice(1);
    } catch (error) {
      throw isRefusal(error, mark) ? new TokenRevoked() : error;
    }
  },
});
