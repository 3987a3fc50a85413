import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { tokenRevocations } from '../schema.ts';
import { statement } from '../statement.ts';

/** A token as the desk knows it. */
export type Token = {
  role: string;
  sub: string;
  /** Seconds since 1970; 0: it does not say. */
  issuedAt: number;
};

/** The token was revoked: nothing was read or written. */
export class TokenRevoked extends Error {
  override readonly name = 'TokenRevoked';
}

const mark = 'token_revoked';

// SQL can raise an error of its own only inside of a trigger; a path that is none makes one anywhere.
const failIfRevoked = statement<Token>(
  (p) => sql`
    select json_extract('{}', ${sql.raw(`'${mark} '`)} || ${tokenRevocations.issuedUntil}) from ${tokenRevocations}
    where ${tokenRevocations.role} = ${p.role} and ${tokenRevocations.sub} = ${p.sub}
      and ${tokenRevocations.issuedUntil} >= ${p.issuedAt}`,
);

/**
 * The same database for the bearer of a token. Each batch first looks whether the token was revoked, and
 * fails as a whole if so, with `TokenRevoked`: no further trip, and nothing is done in between.
 */
export const refusingRevoked = (db: Database, { role, sub, issuedAt }: Token): Database => ({
  batch: async (statements, mode) => {
    try {
      return (await db.batch([failIfRevoked({ role, sub, issuedAt }), ...statements], mode)).slice(1);
    } catch (error) {
      if (error instanceof Error && error.message.includes(`'${mark} `)) throw new TokenRevoked();
      throw error;
    }
  },
});
