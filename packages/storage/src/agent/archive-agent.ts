import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, select, statement } from '../command/statement.ts';
import { type AgentRow, selectActingAgent } from '../rows/agent-row.ts';
import type { ActingAgentParams } from '../sql/acting-agent.ts';
import { isHeld } from '../sql/ticket-status.ts';
import { appendAgentEvents } from '../steps/append-events.ts';
import { type Revocation, saveRevocation } from '../steps/save-revocation.ts';

/** `leewaySeconds` is by how much the clock of the token issuer may be ahead. */
export type ArchiveAgent = CommandContext & { agentId: string; leewaySeconds: number };

type Params = ArchiveAgent & Revocation & ActingAgentParams;

/** `agent_has_tickets`: the agent was not archived. `ticketIds` has up to 100 of its open tickets. */
export type ArchiveAgentOutcome =
  | { outcome: 'done'; agent: AgentRow }
  | { outcome: 'agent_unknown' }
  | { outcome: 'agent_has_tickets'; ticketIds: string[] };

const mayBeArchived = 'agents.id = :agentId and agents.load = 0 and agents.archived_at is null';

// This step precedes the revocation, because it remembers the one before.
const archive = statement<Params>`
  update agents set
    archived_at = :now, archived_change_id = :changeId,
    revoked_until_before = (select issued_until from token_revocations where role = 'agent' and sub = :agentId),
    status = 'offline', status_since = case status when 'offline' then status_since else :now end,
    is_routable = 0, misses = 0, lease_until = 0, is_connected = 0, release_at = null, change_id = :changeId
  where ${mayBeArchived}`;

const selectTickets = select<Params, { id: string }>`
  select id from tickets where agent_id = :agentId and ${isHeld('tickets')} order by created_at limit 100`;

/**
 * Archives an agent that has no tickets, and revokes its tokens. Its record and the history of its tickets stay.
 * `unarchiveAgent` brings it back. An agent that is already archived does not change.
 */
export const archiveAgent = command({
  params: (input: ArchiveAgent): Params => ({
    ...input,
    ref: input.agentId,
    self: input.agentId,
    role: 'agent',
    sub: input.agentId,
    issuedUntil: Math.floor(input.now / 1000) + input.leewaySeconds,
  }),
  steps: [
    appendAgentEvents<Params>('agent.archived', { where: mayBeArchived, data: { status: `'offline'` } }),
    archive,
    saveRevocation<Params>(
      'exists (select 1 from agents where id = :agentId and archived_change_id = :changeId)',
    ),
  ],
  answer: { agent: one(selectActingAgent), tickets: selectTickets },
  outcome: ({ agent, tickets }): ArchiveAgentOutcome => {
    if (!agent) return { outcome: 'agent_unknown' };
    if (agent.archivedAt !== null) return { outcome: 'done', agent };
    return { outcome: 'agent_has_tickets', ticketIds: tickets.map(({ id }) => id) };
  },
});
