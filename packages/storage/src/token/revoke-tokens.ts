import type { Role } from '@chat-ticket/contract';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { only, select, statement } from '../command/statement.ts';
import { type Revocation, saveRevocation } from '../steps/save-revocation.ts';

/**
 * The person whose tokens to revoke: their `role` and `sub` claims. `leewaySeconds` is by how much the issuer’s clock may
 * be ahead.
 */
export type RevokeTokens = CommandContext & { role: Role; sub: string; leewaySeconds: number };

type Params = RevokeTokens & Revocation;

const appendRevoked = statement<Params>`
  insert into events (type, at, change_id, subject_id, actor_role, actor_id, data)
  select 'tokens.revoked', :now, :changeId, role || ' ' || sub, :actorRole, :actorId,
    json_object('role', role, 'sub', sub)
  from token_revocations
  where role = :role and sub = :sub and change_id = :changeId
  on conflict (change_id, type, subject_id) do nothing`;

const selectRevocation = select<Params, { issuedUntil: number }>`
  select issued_until as "issuedUntil" from token_revocations where role = :role and sub = :sub`;

/**
 * Revokes every token that a person has. A token can be issued in the future by an issuer whose clock is ahead, so the
 * leeway counts as issued. `issuedUntil` is the latest time of issue that is revoked, in seconds since 1970.
 */
export const revokeTokens = command({
  // From the time of the command, so that a repeated command revokes no more tokens.
  params: (input: RevokeTokens): Params => ({
    ...input,
    issuedUntil: Math.floor(input.now / 1000) + input.leewaySeconds,
  }),
  steps: [saveRevocation<Params>(), appendRevoked],
  answer: { revocation: only(selectRevocation) },
  outcome: ({ revocation }) => revocation,
});
