import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { tokenRevocations } from '../schema.ts';
import { build, reader } from '../statement.ts';
import type { Token } from './refusing-revoked.ts';

const selectRevoked = reader<{ tokens: string }>()({ index: sql<number>`token.key` }, (p, fields) =>
  build.select(fields).from(sql`json_each(${p.tokens}) as token join ${tokenRevocations}
      on ${tokenRevocations.role} = token.value ->> 'role' and ${tokenRevocations.sub} = token.value ->> 'sub'
      and ${tokenRevocations.issuedUntil} >= token.value ->> 'issuedAt'`),
);

/** Which of the tokens were revoked. */
export async function findRevoked<T extends Token>(db: Database, tokens: readonly T[]): Promise<T[]> {
  const asked = tokens.map(({ role, sub, issuedAt }) => ({ role, sub, issuedAt }));
  const [result] = await db.batch([selectRevoked({ tokens: JSON.stringify(asked) })], 'read');
  return selectRevoked.rows(result!).map(({ index }) => tokens[index]!);
}
