import type { Role } from '@chat-ticket/contract';
import type { CommandContext } from '../command/command-context.ts';
import { type Bindable, type Statement, statement } from '../command/statement.ts';

/**
 * The person whose tokens to revoke: their `role` and `sub` claims. Tokens that were issued until `issuedUntil` are
 * revoked, in seconds since 1970. `leewaySeconds` is by how much the issuer’s clock may be ahead.
 */
export type Revocation = CommandContext & {
  role: Role;
  sub: string;
  leewaySeconds: number;
  issuedUntil: number;
};

/**
 * By how much a revocation can exceed its time and the leeway, in seconds: 1 hour. A clock that was ahead by a year for a
 * moment must not refuse a person for a year.
 */
export const maxAheadSeconds = 3_600;

/** The latest time in the event log, in seconds. It is later than now if the desk’s clock was set back. */
const latestEventAt = `(
  select max(at) / 1000 from events where seq > (select seq from sqlite_sequence where name = 'events') - 1000)`;

/**
 * Revokes the tokens of a person if `condition` is true. The row names this command even if its tokens were revoked already,
 * so that the end of an earlier command, such as a removal, does not end this revocation.
 */
export const saveRevocation = <P extends Revocation & Bindable<P>>(
  condition = 'true',
): Statement<P> => statement<P>`
  insert into token_revocations (role, sub, issued_until, change_id)
  select :role, :sub,
    min(:issuedUntil + ${maxAheadSeconds}, max(:issuedUntil, coalesce(${latestEventAt} + :leewaySeconds, 0))),
    :changeId
  where ${condition}
  on conflict (role, sub) do update set
    issued_until = min(:issuedUntil + ${maxAheadSeconds}, max(excluded.issued_until, token_revocations.issued_until)),
    change_id = excluded.change_id`;
