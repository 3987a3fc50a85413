import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { only, select, statement } from '../command/statement.ts';
import { isHeld } from '../sql/ticket-status.ts';
import { appendAgentEvents } from '../steps/append-events.ts';
import { type Revocation, saveRevocation } from '../steps/save-revocation.ts';

/** `leewaySeconds` is by how much the clock of the token issuer may be ahead. */
export type DeleteAgent = CommandContext & { agentId: string; leewaySeconds: number };

type Params = DeleteAgent & Revocation;

/** `agent_has_tickets`: the agent was not removed. `ticketIds` has up to 100 of its open tickets. */
export type DeleteAgentOutcome =
  | { outcome: 'done' | 'agent_unknown' }
  | { outcome: 'agent_has_tickets'; ticketIds: string[] };

const hasNoTickets = 'agents.id = :agentId and agents.load = 0';

// This step precedes the revocation, because it remembers the one before.
const rememberRemoval = statement<Params>`
  insert into removed_agents (id, email, removed_at, revoked_until_before, change_id)
  select id, email_key, :now,
    (select case revocation.change_id
        when agents.archived_change_id then agents.revoked_until_before else issued_until end
      from token_revocations revocation where role = 'agent' and sub = :agentId), :changeId
  from agents
  where ${hasNoTickets}
  on conflict (id) do nothing`;

const selectOutcome = select<Params, { exists: 0 | 1; isRemoved: 0 | 1 }>`
  select
    exists (select 1 from agents where id = :agentId) as "exists",
    exists (select 1 from events where change_id = :changeId) as "isRemoved"`;

const selectTickets = select<Params, { id: string }>`
  select id from tickets where agent_id = :agentId and ${isHeld('tickets')} order by created_at limit 100`;

/**
 * Removes an agent that has no tickets, and revokes its tokens. The agent cannot create its record again. `putAgents`
 * adds it again.
 */
export const deleteAgent = command({
  params: (input: DeleteAgent): Params => ({
    ...input,
    role: 'agent',
    sub: input.agentId,
    issuedUntil: Math.floor(input.now / 1000) + input.leewaySeconds,
  }),
  steps: [
    appendAgentEvents<Params>('agent.removed', { where: hasNoTickets }),
    rememberRemoval,
    saveRevocation<Params>(`exists (select 1 from agents where ${hasNoTickets})`),
    statement<Params>`delete from agents where ${hasNoTickets}`,
  ],
  answer: { agent: only(selectOutcome), tickets: selectTickets },
  outcome: ({ agent, tickets }): DeleteAgentOutcome => {
    if (agent.isRemoved) return { outcome: 'done' };
    if (!agent.exists) return { outcome: 'agent_unknown' };
    return { outcome: 'agent_has_tickets', ticketIds: tickets.map(({ id }) => id) };
  },
});
