import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { appendAssignments, assignWaitingTo } from '../steps/assign.ts';
import { extendLease } from '../steps/extend-lease.ts';

/** The agent whose lease to extend, and its new end, in ms since 1970. */
export type RenewLease = CommandContext & { agentId: string; leaseUntil: number };

/** The agent, if its lease had ended. Otherwise null: other commands already assign tickets to a connected agent. */
const reconnectedAgentId = `(
    select agent_id from events where change_id = :changeId and type = 'agent.connected')`;

/** Extends an agent’s lease. If it had ended, waiting tickets are assigned to the agent. */
export const renewLease = command({
  steps: [
    ...extendLease<RenewLease>(':agentId'),
    assignWaitingTo<RenewLease>(reconnectedAgentId),
    appendAssignments,
  ],
  answer: {},
});
