import type { Role } from '@chat-ticket/contract';
import { failIf, isRefusal } from '../command/refusal.ts';
import type { Database } from '../database.ts';

/** The claims of a token by which it can be revoked. */
export type Token = {
  role: Role;
  sub: string;
  /** Seconds since 1970. 0: the token has no time of issue. */
  issuedAt: number;
};

/** The token was revoked. The batch read and wrote nothing. */
export class TokenRevoked extends Error {
  override readonly name = 'TokenRevoked';
}

const mark = 'token_revoked';

/** Fails if the token was revoked. */
export const failIfRevoked = failIf<Token>(
  mark,
  'issued_until',
  'token_revocations where role = :role and sub = :sub and issued_until >= :issuedAt',
);

/**
 * Decorates the database for the bearer of a token. Each batch first checks whether the token was revoked. That needs
 * no further trip, and the token cannot be revoked between the check and the batch.
 *
 * @throws {TokenRevoked} From `batch`, which then reads and writes nothing.
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
