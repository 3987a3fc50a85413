import { type Database, refusingRevoked, TokenRevoked } from '@chat-ticket/storage';
import type { VerifiedToken } from './create-token-verifier.ts';

/** Checks once in a request whether its token was revoked, usually in a trip that the request makes anyway. */
export type RevocationCheck = {
  /** The database for the bearer of the token. Each batch checks the token. */
  refusing(database: Database): Database;
  /** Checks the token if no batch did. Throws `TokenRevoked`. */
  ensure(): Promise<void>;
};

/** Creates the check of a verified token. */
export function createRevocationCheck(
  { principal, issuedAt }: VerifiedToken,
  openDatabase: () => Promise<Database | undefined>,
): RevocationCheck {
  const token = { ...principal, issuedAt };
  let isChecked = false;
  return {
    refusing: (database) => {
      const refusing = refusingRevoked(database, token);
      return {
        batch: async (...request) => {
          const results = await refusing.batch(...request);
          isChecked = true;
          return results;
        },
      };
    },
    ensure: async () => {
      if (isChecked) return;
      const database = await openDatabase();
      if (database) await refusingRevoked(database, token).batch([], 'read');
    },
  };
}

/** What to answer instead of a refusal: the bearer of a revoked token learns only that it was revoked. */
export async function refusalFor(refusal: unknown, check: RevocationCheck): Promise<unknown> {
  try {
    await check.ensure();
    return refusal;
  } catch (error) {
    // If the database does not answer, the refusal remains.
    return error instanceof TokenRevoked ? error : refusal;
  }
}
