import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { statement } from '../command/statement.ts';
import { appendAgentEvents } from '../steps/append-events.ts';

/** `leaseUntil` is in ms since 1970. It counts from the agent’s last sign of life, not from now. */
export type Lease = { agentId: string; leaseUntil: number };

type Params = CommandContext & { leases: readonly Lease[] };

const appendConnected = appendAgentEvents<Params>('agent.connected', {
  where: `agents.is_connected = 0 and agents.archived_at is null and agents.id in (
    select value ->> 'agentId' from json_each(:leases) where value ->> 'leaseUntil' > :now)`,
});

const extendLeases = statement<Params>`
  update agents set
    lease_until = max(lease_until, lease.value ->> 'leaseUntil'), is_connected = 1, release_at = null
  from json_each(:leases) lease
  where agents.id = lease.value ->> 'agentId' and agents.archived_at is null and lease.value ->> 'leaseUntil' > :now`;

/**
 * Extends the leases of all agents that are connected to a hub, in one statement. For an agent whose lease had ended,
 * the next sweep assigns waiting tickets.
 */
export const renewLeases = command({ steps: [appendConnected, extendLeases], answer: {} });
