import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { events, tokenRevocations } from '../schema.ts';
import { build, reader, statement } from '../statement.ts';

export type RevokeTokens = Command & { role: string; sub: string };
type Params = CommandParams & { role: string; sub: string; issuedUntil: number };

const isTheirs = (p: { role: SQL; sub: SQL }) =>
  and(eq(tokenRevocations.role, p.role), eq(tokenRevocations.sub, p.sub))!;

// The time is the command’s own, so that it changes nothing when it is sent again.
const save = statement<Params>(
  (p) => sql`
    insert into ${tokenRevocations} (role, sub, issued_until, change_id)
    values (${p.role}, ${p.sub}, ${p.issuedUntil}, ${p.changeId})
    on conflict (role, sub) do update set issued_until = excluded.issued_until, change_id = excluded.change_id
    where excluded.issued_until > ${tokenRevocations.issuedUntil}`,
);

const append = statement<Params>(
  (p) => sql`
    insert into ${events} (type, at, change_id, subject_id, actor_role, actor_id, data)
    select 'tokens.revoked', ${p.now}, ${p.changeId}, role || ' ' || sub, ${p.actorRole}, ${p.actorId},
      json_object('role', role, 'sub', sub)
    from ${tokenRevocations} where ${isTheirs(p)} and ${tokenRevocations.changeId} = ${p.changeId}
    on conflict (change_id, type, subject_id) do nothing`,
);

const select = reader<Params>()({ issuedUntil: tokenRevocations.issuedUntil }, (p, fields) =>
  build.select(fields).from(tokenRevocations).where(isTheirs(p)),
);

/** Revokes what tokens a person has. Answers up to which time of issue they are refused, in seconds since 1970. */
export async function revokeTokens(db: Database, command: RevokeTokens): Promise<number> {
  const params = { ...command, issuedUntil: Math.floor(command.now / 1000) };
  const results = await db.batch([save(params), append(params), select(params)], 'write');
  return select.rows(results[2]!)[0]!.issuedUntil;
}
