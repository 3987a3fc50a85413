import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { appendAssignments, assignWaitingTo } from '../steps/assign.ts';
import { extendLease } from '../steps/renew-lease.ts';

export type RenewLease = CommandContext & { agentId: string; leaseUntil: number };

/** An agent that was connected all along gets its next tickets from the commands that free capacity. */
const reconnectedAgentId = `(
    select agent_id from events where change_id = :changeId and type = 'agent.connected')`;

/** Extends an agent’s lease. An agent whose lease had ended gets what waits. */
export const renewLease = command({
  steps: [
    ...extendLease<RenewLease>(':agentId'),
    assignWaitingTo<RenewLease>(reconnectedAgentId),
    appendAssignments,
  ],
  answer: {},
});
