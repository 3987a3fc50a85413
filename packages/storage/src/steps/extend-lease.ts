import type { CommandContext } from '../command/command-context.ts';
import { type Bindable, type Statement, statement } from '../command/statement.ts';
import { appendAgentEvents } from './append-events.ts';

type Params = CommandContext & { leaseUntil: number };

/**
 * Extends an agent’s lease to `:leaseUntil`, in ms since 1970, and never shortens it. An agent whose lease had ended is
 * connected again and keeps its picked tickets. An archived agent gets no lease. 0 leaves the lease as it is. `agentId` is an SQL expression.
 */
export const extendLease = <P extends Params & Bindable<P>>(agentId: string): Statement<P>[] => [
  appendAgentEvents<P>('agent.connected', {
    where: `agents.id = ${agentId} and agents.archived_at is null and :leaseUntil > 0
    and (agents.is_connected = 0 or agents.lease_until <= :now)`,
  }),
  statement<P>`
  update agents set lease_until = max(lease_until, :leaseUntil), is_connected = 1, release_at = null
  where id = ${agentId} and archived_at is null and :leaseUntil > 0`,
];
