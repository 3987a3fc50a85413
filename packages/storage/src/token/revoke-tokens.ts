import type { Role } from '@chat-ticket/contract';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { only, select, statement } from '../command/statement.ts';

/** The person whose tokens to revoke: their `role` and `sub` claims. */
export type RevokeTokens = CommandContext & { role: Role; sub: string };

type Params = RevokeTokens & { issuedUntil: number };

const saveRevocation = statement<Params>`
  insert into token_revocations (role, sub, issued_until, change_id)
  values (:role, :sub, :issuedUntil, :changeId)
  on conflict (role, sub) do update set issued_until = excluded.issued_until, change_id = excluded.change_id
  where excluded.issued_until > token_revocations.issued_until`;

const appendRevoked = statement<Params>`
  insert into events (type, at, change_id, subject_id, actor_role, actor_id, data)
  select 'tokens.revoked', :now, :changeId, role || ' ' || sub, :actorRole, :actorId,
    json_object('role', role, 'sub', sub)
  from token_revocations
  where role = :role and sub = :sub and change_id = :changeId
  on conflict (change_id, type, subject_id) do nothing`;

const selectRevocation = select<Params, { issuedUntil: number }>`
  select issued_until as "issuedUntil" from token_revocations where role = :role and sub = :sub`;

/** Revokes the tokens of a person that were issued until now. `issuedUntil` is that time, in seconds since 1970. */
export const revokeTokens = command({
  // From the time of the command, so that a repeated command revokes no more tokens.
  params: (input: RevokeTokens): Params => ({ ...input, issuedUntil: Math.floor(input.now / 1000) }),
  steps: [saveRevocation, appendRevoked],
  answer: { revocation: only(selectRevocation) },
  outcome: ({ revocation }) => revocation,
});
